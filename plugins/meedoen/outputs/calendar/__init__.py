"""Calendars: RFC 5545 files that residents subscribe to. An event is serialised once; every feed joins its bytes."""
