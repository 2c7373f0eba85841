"""Which devices their owner vouches for: signed by the owner's self-signing key, which the master key signs. matrix-nio
knows nothing of that.
"""

from signedjson.key import decode_verify_key_bytes
from signedjson.sign import SignatureVerifyException, verify_signed_json
from unpaddedbase64 import decode_base64


def devices(user, answer):
    """The devices in an answer to a query for that user's keys."""
    master = answer.get("master_keys", {}).get(user)
    own = answer.get("self_signing_keys", {}).get(user)
    has_identity = bool(master and own) and is_signed(user, own, by=master)
    return [
        {"id": device, "cross_signed": has_identity and is_signed(user, keys, by=own)}
        for device, keys in answer.get("device_keys", {}).get(user, {}).items()
    ]


def is_signed(user, thing, by):
    [(key_id, key)] = by["keys"].items()
    try:
        verify_signed_json(thing, user, decode_verify_key_bytes(key_id, decode_base64(key)))
    except SignatureVerifyException:
        return False
    return True
