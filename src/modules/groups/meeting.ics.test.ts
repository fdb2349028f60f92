import { expect, test } from 'vitest'
import { meetingsToIcs, meetingToIcs } from './meeting.ics'

const meeting = {
  ...{ id: '01900000-0000-7000-8000-000000000000', sequence: 3, isCancelled: false },
  ...{ startsAt: new Date('2026-12-03T17:30:00Z'), endsAt: null },
  ...{ title: 'Gruppo, locale', place: 'Sala; 1', agenda: 'Uno\nDue', url: 'https://atlas.example.eu/it/desk' },
  writtenAt: new Date('2026-11-01T00:00:00Z'),
}
const linesOf = (text: string) => text.replaceAll('\r\n ', '').trim().split('\r\n')

test('a meeting is one event in UTC, an hour long unless told, with its text escaped', () => {
  expect(linesOf(meetingToIcs(meeting))).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//COMPETE IN Atlas//groups//EN', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
    `UID:${meeting.id}@atlas.example.eu`,
    ...['SEQUENCE:3', 'DTSTAMP:20261101T000000Z', 'DTSTART:20261203T173000Z', 'DTEND:20261203T183000Z'],
    ...['SUMMARY:Gruppo\\, locale', 'LOCATION:Sala\\; 1', 'DESCRIPTION:Uno\\nDue'],
    ...['URL;VALUE=URI:https://atlas.example.eu/it/desk', 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR'],
  ])
})

test('one that was called off says so, under the same id', () => {
  const lines = linesOf(meetingToIcs({ ...meeting, isCancelled: true, sequence: 4 }, 'CANCEL'))
  expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:4']))
  expect(lines).toContain(`UID:${meeting.id}@atlas.example.eu`)
})

test('many meetings are one calendar with a name, and an empty one is a calendar, too', () => {
  const second = { ...meeting, id: '01900000-0000-7000-8000-000000000001', agenda: null }
  const lines = linesOf(meetingsToIcs('Gruppi', [meeting, second]))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect(lines).toEqual(
    expect.arrayContaining(['METHOD:PUBLISH', 'X-WR-CALNAME:Gruppi', `UID:${second.id}@atlas.example.eu`]),
  )
  expect(lines.filter((line) => line.startsWith('DESCRIPTION'))).toHaveLength(1)
  const none = linesOf(meetingsToIcs('Gruppi', []))
  expect([none[0], none.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  expect(none).not.toContain('BEGIN:VEVENT')
})
