/** The paragraphs of a draft by topic. */
import type { Block, DraftReading, ToldTopic } from '../../backend/backend';
import { m } from '../../text/words';

const words: Record<string, () => string> = {
  threats: m.topic_threats,
  norms: m.topic_norms,
  'international-law': m.topic_international_law,
  'confidence-building': m.topic_confidence_building,
  'capacity-building': m.topic_capacity_building,
  'institutional-dialogue': m.topic_institutional_dialogue,
  stakeholders: m.topic_stakeholders,
  'human-rights': m.topic_human_rights,
  gender: m.topic_gender,
  '': m.topics_untold,
};

/** Returns a topic in the window's language; one the window does not know keeps its own name. */
export function topicWord(topic: string, name: string): string {
  return words[topic]?.() ?? name;
}

/** A topic with its paragraphs; an empty topic gathers those for which none was told. */
export interface TopicGroup {
  topic: string;
  name: string;
  rows: { block: Block; told: ToldTopic | undefined }[];
}

/** Returns the paragraphs of a draft by topic, in the order of the topics; sub-paragraphs go with theirs. */
export function byTopic(blocks: Block[], reading: DraftReading): TopicGroup[] {
  const told = new Map(reading.blocks.map((b) => [b.block, b.topics]));
  const paragraphs = blocks.filter((b) => b.kind === 'paragraph' && b.level === 0);
  const groups = reading.topics.map(({ topic, name }) => ({
    topic,
    name,
    rows: paragraphs.flatMap((block) => {
      const why = told.get(block.id)?.find((t) => t.topic === topic);
      return why ? [{ block, told: why as ToldTopic | undefined }] : [];
    }),
  }));
  const rest = paragraphs
    .filter((block) => (told.get(block.id) ?? []).length === 0)
    .map((block) => ({ block, told: undefined }));
  return [...groups, ...(rest.length > 0 ? [{ topic: '', name: '', rows: rest }] : [])].filter(
    (group) => group.rows.length > 0,
  );
}
