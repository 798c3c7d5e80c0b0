"""Reads a calendar file with icalendar and prints what it holds as JSON."""

import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

events = []
for event in calendar.walk("VEVENT"):
    start = event.decoded("DTSTART")
    events.append(
        {
            "uid": str(event["UID"]),
            "start": start.isoformat(),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "sequence": int(event["SEQUENCE"]),
            "alarms": [
                alarm.decoded("TRIGGER").total_seconds() for alarm in event.walk("VALARM")
            ],
        }
    )
faults = [str(fault) for part in calendar.walk() for fault in part.errors]
print(json.dumps({"name": str(calendar.get("X-WR-CALNAME")), "events": events, "faults": faults}))
