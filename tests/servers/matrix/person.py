"""Somebody with a Matrix client: what they do, and what they see."""

import asyncio
import json
import os
import traceback
import uuid

from nio import AsyncClient, AsyncClientConfig, ErrorResponse, InviteMemberEvent, MegolmEvent
from nio.api import Api
from nio.crypto import decrypt_attachment
from nio.exceptions import EncryptionError

import trust

# As much as there is: nobody overlooks anything.
FILTER = {"room": {"timeline": {"limit": 10_000}}}
# How long a sync waits for news, in milliseconds.
LONG = 30_000
# After an outage everybody is back soon.
CONFIG = AsyncClientConfig(backoff_factor=0.05, max_timeout_retry_wait_time=0.2)


class Person:
    def __init__(self, url, folder, tell):
        self.url, self.folder, self.tell = url, folder, tell
        self.client = None
        self.synced = asyncio.Condition()
        self.unreadable = {}  # by event id, until their key comes
        self.withheld = {}  # by room, the key of the session that somebody lacks
        self.sending = asyncio.Lock()

    async def log_in(self, user, password):
        """A new device, which reads from now on."""
        self.client = AsyncClient(self.url, user, store_path=self.folder, config=CONFIG)
        logged_in = checked(await self.client.login(password, device_name="a person of the tests"))
        await self.sync_once(0)
        self.following = asyncio.create_task(self.follow())
        return {"device": logged_in.device_id, "token": logged_in.access_token}

    async def follow(self):
        while True:
            try:
                await self.sync_once(LONG)
            except Exception as error:
                traceback.print_exc()
                self.tell({"trouble": f"{type(error).__name__}: {error}"})
                await asyncio.sleep(0.1)

    async def sync_once(self, timeout):
        seen = checked(await self.client.sync(timeout, FILTER))
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())
        await self.client.send_to_device_messages()
        for room, news in seen.rooms.join.items():
            for event in news.timeline.events:
                self.sees(room, event)
            self.knows(room)
        for room, invite in seen.rooms.invite.items():
            self.is_invited(room, invite.invite_state)
        for room in seen.rooms.leave:
            self.tell({"left": room})
        self.try_again()
        async with self.synced:
            self.synced.notify_all()

    def knows(self, room):
        known = self.client.rooms[room]
        members = {user: member.name for user, member in known.users.items()}
        joined = [user for user in members if user not in known.invited_users]
        self.tell(
            {"room": room, "name": known.name, "encrypted": known.encrypted, "members": members, "joined": joined}
        )

    def is_invited(self, room, state):
        for event in state:
            if isinstance(event, InviteMemberEvent) and event.state_key == self.client.user_id:
                direct = event.content.get("is_direct", False)
                self.tell({"invited": room, "by": event.sender, "direct": direct})

    def sees(self, room, event):
        seen = {"room": room, "event": event.source}
        if isinstance(event, MegolmEvent):
            event.room_id = room
            self.unreadable[event.event_id] = event
            seen["sealed"] = "unreadable"
        elif getattr(event, "decrypted", False):
            devices = self.client.device_store.active_user_devices(event.sender)
            device = next((device.id for device in devices if device.curve25519 == event.sender_key), None)
            seen |= {"sealed": "read", "device": device}
        self.tell(seen)

    def try_again(self):
        for event in list(self.unreadable.values()):
            try:
                read = self.client.decrypt_event(event)
            except EncryptionError:
                continue
            del self.unreadable[event.event_id]
            self.sees(event.room_id, read)

    async def known(self, room):
        """The room, once this person is in it."""
        async with self.synced:
            await self.synced.wait_for(lambda: room in self.client.rooms)
        return self.client.rooms[room]

    async def look_at_devices(self, room):
        """Everybody's devices as they are now."""
        if room.encrypted:
            checked(await self.client.joined_members(room.room_id))
            self.client.olm.users_for_key_query.update(room.users)
            checked(await self.client.keys_query())

    async def send(self, room, type, content):
        known = await self.known(room)
        async with self.sending:
            await self.look_at_devices(known)
            sent = await self.client.room_send(room, type, content, ignore_unverified_devices=True)
        return checked(sent).event_id

    async def withhold(self, room, user):
        """From now on that user's devices get no key for what this person says in the room."""
        known = await self.known(room)
        async with self.sending:
            await self.look_at_devices(known)
            olm = self.client.olm
            olm.create_outbound_group_session(room)
            session = olm.outbound_group_sessions[room]
            session.users_ignored.update((user, device.id) for device in olm.device_store.active_user_devices(user))
            self.withheld[room] = {
                "algorithm": "m.megolm.v1.aes-sha2",
                "room_id": room,
                "session_id": session.id,
                "session_key": session.session_key,
            }

    async def hand_over(self, room, user):
        """The key that was withheld, to all devices of that user."""
        client, olm = self.client, self.client.olm
        async with self.sending:
            if lacking := olm.get_missing_sessions([user]):
                checked(await client.keys_claim(lacking))
            key = self.withheld.pop(room)
            sealed = {
                device.id: olm._olm_encrypt(olm.session_store.get(device.curve25519), device, "m.room_key", key)
                for device in olm.device_store.active_user_devices(user)
            }
            content = {"messages": {user: sealed}}
            await self.request(*Api.to_device(client.access_token, "m.room.encrypted", content, uuid.uuid4()))

    async def devices(self, user):
        """The devices of that user, and whether they vouch for them."""
        return trust.devices(user, await self.keys(user))

    async def vouch(self):
        """Makes keys for this person and signs their device, as other clients do by themselves."""
        user, device = self.client.user_id, self.client.device_id
        identity, own = trust.identity(user)
        await self.post("keys/device_signing/upload", identity)
        keys = (await self.keys(user))["device_keys"][user][device]
        await self.post("keys/signatures/upload", {user: {device: trust.vouched_for(user, keys, own)}})

    async def keys(self, user):
        return await self.request(*Api.keys_query(self.client.access_token, [user]))

    async def post(self, path, content):
        path = f"/_matrix/client/v3/{path}?access_token={self.client.access_token}"
        return await self.request("POST", path, json.dumps(content))

    async def upload(self, room, path):
        """A file, encrypted for a room that is: where it is, and how it is decrypted."""
        encrypt = (await self.known(room)).encrypted
        size = os.path.getsize(path)
        uploaded, keys = await self.client.upload(lambda *_: path, encrypt=encrypt, filesize=size)
        return {"url": checked(uploaded).content_uri, **(keys or {})}

    async def download(self, file, to):
        """An attachment, decrypted, into a file."""
        got = checked(await self.client.download(file["url"]))
        body = got.body
        if "key" in file:
            body = decrypt_attachment(body, file["key"]["k"], file["hashes"]["sha256"], file["iv"])
        with open(to, "wb") as out:
            out.write(body)

    async def request(self, method, path, data):
        """What nio's client has no method for, as its API spells it: with the token in the path."""
        answer = await self.client.send(method, path, data)
        answer.raise_for_status()
        return await answer.json()


def checked(answer):
    if isinstance(answer, ErrorResponse):
        raise RuntimeError(f"{answer}")
    return answer
