//! Random numbers as people read and type them: in Crockford's base 32, by blocks between hyphens.

/// Crockford's base 32: no I, L, O or U, so that nothing is mistaken for 1, 0 or V.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many characters stand between two hyphens.
const BLOCK: usize = 4;

/// The last five bits of the number for each of so many characters, the highest first.
pub(crate) fn spelled(number: u128, chars: usize) -> String {
    let mut text = String::new();
    for place in 0..chars {
        if place > 0 && place % BLOCK == 0 {
            text.push('-');
        }
        let five = (number >> (5 * (chars - 1 - place))) & 31;
        let letter = usize::try_from(five).ok().and_then(|five| ALPHABET.get(five));
        text.push(char::from(*letter.unwrap_or(&b'0')));
    }
    text
}

/// The number of so many characters, whatever their case, hyphens and spaces; `None` for what is no such number.
pub(crate) fn parse(typed: &str, chars: usize) -> Option<u128> {
    let mut number: u128 = 0;
    let mut read = 0;
    for char in typed.chars().filter(|char| *char != '-' && !char.is_whitespace()) {
        if read == chars {
            return None;
        }
        number = number.checked_mul(32)?.checked_add(value_of(char)?)?;
        read += 1;
    }
    (read == chars).then_some(number)
}

fn value_of(char: char) -> Option<u128> {
    let plain = match char.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|letter| char::from(*letter) == plain)?;
    u128::try_from(at).ok()
}
