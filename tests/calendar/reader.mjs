// What ical.js (Thunderbird, Nextcloud) reads in a calendar. One line of JSON in, one out, for as long as there is input.
// In: {"text": …}, and "expand": false to read only whether it is well formed.
// Out: {"events": number of VEVENTs, "readings": [[uid, start, end, status, title, place, transparency], …]} or {"error": …}.
import readline from 'node:readline';
import {pathToFileURL} from 'node:url';

const {default: ICAL} = await import(pathToFileURL(process.argv[2]));
const MOST = 2000;  // our series have at most 400 dates

function moment(time) {
  if (time.isDate || time.zone === ICAL.Timezone.localTimezone) return time.toString();  // floating: without Z
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function reading(component, start, end) {
  const said = ['status', 'summary', 'location', 'transp'].map(name => component.getFirstPropertyValue(name) ?? '');
  return [component.getFirstPropertyValue('uid'), moment(start), moment(end), ...said];
}

function series(master, overrides) {
  const event = new ICAL.Event(master, {exceptions: overrides});
  if (!event.isRecurring()) {
    if (overrides.length) throw new Error('an override of what is no series');
    return [reading(master, event.startDate, event.endDate)];
  }
  const found = [], met = new Set(), steps = event.iterator();
  for (let next = steps.next(); next; next = steps.next()) {
    if (found.length === MOST) throw new Error('a series without an end');
    const each = event.getOccurrenceDetails(next);
    met.add(each.recurrenceId.toString());
    found.push(reading(each.item.component, each.startDate, each.endDate));
  }
  const missed = overrides.filter(each => !met.has(each.getFirstPropertyValue('recurrence-id').toString()));
  if (missed.length) throw new Error(`an override that hits no date: ${missed[0]}`);
  return found;
}

function calendar(text, expand) {
  const whole = new ICAL.Component(ICAL.parse(text));
  if (whole.name !== 'vcalendar') throw new Error(`no calendar but ${whole.name}`);
  ICAL.TimezoneService.reset();  // only what the file itself says of its zones
  whole.getAllSubcomponents('vtimezone').forEach(zone => ICAL.TimezoneService.register(zone));
  const events = whole.getAllSubcomponents('vevent');
  if (!expand) return {events: events.length, readings: []};
  const masters = new Map(), overrides = new Map();
  for (const each of events) {
    const uid = each.getFirstPropertyValue('uid');
    if (each.hasProperty('recurrence-id')) {
      overrides.set(uid, [...overrides.get(uid) ?? [], each]);
    } else {
      if (masters.has(uid)) throw new Error(`two events with the UID ${uid}`);
      masters.set(uid, each);
    }
  }
  for (const uid of overrides.keys()) if (!masters.has(uid)) throw new Error(`an override without its series: ${uid}`);
  const readings = [...masters].flatMap(([uid, master]) => series(master, overrides.get(uid) ?? []));
  return {events: events.length, readings};
}

for await (const line of readline.createInterface({input: process.stdin})) {
  const {text, expand = true} = JSON.parse(line);
  let answer;
  try {
    answer = calendar(text, expand);
  } catch (error) {
    answer = {error: `${error.name}: ${error.message}`};
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
