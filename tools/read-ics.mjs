// Reads calendars as a program does that shares no code with ours: a JSON array of texts in, a JSON array of what they say out.
import ICAL from 'ical.js';

let input = '';
for await (const chunk of process.stdin) input += chunk;

const names = component => [
  ...component.getAllProperties().map(property => `${component.name}/${property.name}`),
  ...component.getAllSubcomponents().flatMap(names),
];

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    description: event.description,
    organizer: event.organizer,
    conference: component.getFirstPropertyValue('conference'),
    attendees: event.attendees.map(one => ({
      address: one.getFirstValue(),
      name: one.getParameter('cn') ?? '',
      role: one.getParameter('role'),
      answer: one.getParameter('partstat'),
      rsvp: one.getParameter('rsvp') ?? '',
    })),
    names: names(calendar),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(input).map(read)));
