/** Two skeletons for the twin. */
import type { Section, Skeleton } from '../generated/wire';

const section = (id: string, heading: string, guidance: string, avoid: string): Section => ({
  id,
  heading,
  holds: 'text',
  required: true,
  guidance,
  avoid,
  example: 'The draft names eleven services and says of none who answers when it stops.',
});

/** The twin's skeletons. */
export const sampleSkeletons: Skeleton[] = [
  {
    id: 'oral-statement',
    name: 'Oral statement',
    about: 'Two or three minutes that a tired room can follow.',
    kinds: ['oral_statement'],
    from_notes: false,
    header_fields: [{ id: 'meeting', label: 'Meeting and agenda item', required: false }],
    sections: [
      section('statement', 'Statement', 'Your message in the first twenty seconds.', 'Footnotes.'),
      section('request', 'What we ask', 'One request.', 'A second and a third request.'),
    ],
  },
  {
    id: 'workshop-report',
    name: 'Consultation or workshop report as an input',
    about: 'What people said at a meeting, sorted into points by topic, without names.',
    kinds: [],
    from_notes: true,
    header_fields: [],
    sections: [
      section('meeting', 'The meeting', 'When and where it was, and how many took part.', 'Names.'),
      section('points', 'Points by topic', 'One point a line.', '"One participant said".'),
    ],
  },
];
