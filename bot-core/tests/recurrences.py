"""The other calendar of tests/recurrences.rs: dates by dateutil, offsets by the standard library with the tzdata package.

Reads one case a line, `zone <tab> first <tab> rule <tab> most`, and writes `local=instant local=instant …` for each, up to
the end of 2037. `fold=0` is what Muster states: a skipped time moves forward by the gap, of a doubled one the first is
meant. With `--release` it names the release of its time zone database.
"""

import datetime
import itertools
import sys
import warnings
import zoneinfo

import tzdata
from dateutil.rrule import rrulestr

END = datetime.datetime(2037, 12, 31, 23, 59, 59)


def occurrences(rule, first, most):
    recurrence = rrulestr(rule, dtstart=first)
    until = min(END, recurrence._until or END)  # a rule that never occurs would go on to the year 9999
    return itertools.islice(recurrence.replace(until=until), most)


def main():
    warnings.simplefilter("ignore")  # UNTIL with COUNT, which is ours
    zoneinfo.reset_tzpath([])  # never the machine's own files
    if sys.argv[1:] == ["--release"]:
        print(tzdata.IANA_VERSION)
        return
    for line in sys.stdin:
        name, first, rule, most = line.rstrip("\n").split("\t")
        zone = zoneinfo.ZoneInfo(name)
        first = datetime.datetime.fromisoformat(first)
        answer = []
        for local in occurrences(rule, first, int(most)):
            instant = int(local.replace(tzinfo=zone, fold=0).timestamp())
            answer.append(f"{local.isoformat()}={instant}")
        print(" ".join(answer))


main()
