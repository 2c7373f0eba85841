"""Which devices their owner vouches for: signed by the owner's self-signing key, which the master key signs. matrix-nio
knows nothing of that.
"""

import copy

from signedjson.key import decode_verify_key_bytes, generate_signing_key
from signedjson.sign import SignatureVerifyException, sign_json, verify_signed_json
from unpaddedbase64 import decode_base64, encode_base64


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


def identity(user):
    """New keys of that user's: what is uploaded, and the key that signs devices."""
    master, own = new_key(), new_key()
    keys = {"master_key": public(user, "master", master)}
    keys["self_signing_key"] = sign_json(public(user, "self_signing", own), user, master)
    return keys, own


def vouched_for(user, device, own):
    """A device's keys, signed by their owner."""
    return sign_json(copy.deepcopy(device), user, own)


def new_key():
    key = generate_signing_key("")
    key.version = encode_base64(key.verify_key.encode())  # as Matrix names these keys
    return key


def public(user, usage, key):
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.version}": key.version}}
