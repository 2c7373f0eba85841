"""The other side of tests/engine/calendar.rs: a calendar read by the library icalendar.

Reads the calendar, and writes a line for each event: title, UID, SEQUENCE, STATUS, then the start and the end as whole
seconds since 1970, or as dates. Each instant is made twice, and must be the same: by the calendar's own definition of
the zone, and by the time zone database under the zone's name.
"""

import sys
import zoneinfo

import icalendar

zoneinfo.reset_tzpath([])  # never the machine's own files
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
broken = [(part.name, part.errors) for part in calendar.walk() if part.errors]
assert not broken, broken
own = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}


def when(value):
    if not hasattr(value.dt, "hour"):
        return value.dt.isoformat()
    by_name = value.dt.timestamp()
    by_calendar = value.dt.replace(tzinfo=own[value.params["TZID"]]).timestamp()
    assert by_name == by_calendar, (value.params["TZID"], value.dt, by_name, by_calendar)
    return str(int(by_name))


for event in calendar.walk("VEVENT"):
    told = [event["SUMMARY"], event["UID"], event["SEQUENCE"], event["STATUS"]]
    print("\t".join([str(one) for one in told] + [when(event["DTSTART"]), when(event["DTEND"])]))
