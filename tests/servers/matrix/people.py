"""The people of the Matrix tests: clients on matrix-nio, told what to do by lines of JSON.

Reads `{"id": 1, "who": "ana", "do": "send", …}` and writes `{"id": 1, "done": …}` or `{"id": 1, "failed": "why"}`, and at
any time what somebody sees: `{"who": "ana", "room": "!r", "event": {…}, …}`. What can be done is in person.py. Takes the
homeserver's address and a folder for the keys.
"""

import asyncio
import json
import sys
import traceback

from person import Person


def write(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def carry_out(person, order):
    number, act = order.pop("id"), order.pop("do")
    try:
        write({"id": number, "done": await getattr(person, act)(**order)})
    except Exception as error:
        traceback.print_exc()
        write({"id": number, "failed": f"{type(error).__name__}: {error}"})


async def main():
    url, folder = sys.argv[1:]
    people, acts = {}, set()
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=2**24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        order = json.loads(line)
        who = order.pop("who")
        if who not in people:
            people[who] = Person(url, folder, lambda seen, who=who: write({"who": who, **seen}))
        act = asyncio.create_task(carry_out(people[who], order))
        acts.add(act)
        act.add_done_callback(acts.discard)


if __name__ == "__main__":
    asyncio.run(main())
