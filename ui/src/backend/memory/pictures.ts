/** What the twin answers about pictures of the body; a file's name says what is in it. */
import type { Picture, PictureAdded, PictureDone, PictureRow, Pictures } from '../generated/wire';
import { sha256 } from './bytes';
import { refuse } from './failures';
import type { Answers, Room } from './room';

type Answered =
  | 'pictures'
  | 'picture_add'
  | 'picture_set'
  | 'picture_replace'
  | 'picture_remove'
  | 'picture_bytes';

/** Five bars, 96 by 64 pixels: what every picture of the twin looks like. */
const bars =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAMAAADS6oI8AAAADFBMVEX///8fX4vQeCh4goyEoexVAAAARElEQVR4' +
  '2u3YSwoAIAhAwT73v3NbIZCEos28pYiztzVJUtYIAQC3gB4CAE5WAYAqsE8AgOo5AAAAAAAAgByYj/OV+t8CTeIL' +
  'QZx+EcUAAAAASUVORK5CYII=';

const mention = /!\[((?:\\.|[^\]\\])*)\]\(([^\s()]+)(?:\s+"((?:\\.|[^"\\])*)")?\)/gu;

const plain = (words: string) => words.replace(/\\(.)/gu, '$1');
const label = (words: string) => words.replace(/[\\`*_[\]<>&!|~^@]/gu, '\\$&');
const title = (words: string) => words.replace(/[\\"&|]/gu, '\\$&');

function written(name: string, alt: string, caption: string): string {
  const under = caption.trim() === '' ? '' : ` "${title(caption.trim())}"`;
  return `![${label(alt.trim())}](${name}${under})`;
}

function mentions(body: string, name: string) {
  return [...body.matchAll(mention)]
    .filter((found) => found[2] === name)
    .map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      alt: plain(found[1] ?? ''),
      caption: plain(found[3] ?? ''),
    }));
}

/** Returns a name like the wanted one that nothing else has. */
function nameFor(wanted: string, jpeg: boolean, taken: string[]): string {
  const stem = wanted
    .replace(/\.(png|jpe?g)$/iu, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  for (let number = 1; ; number += 1) {
    const name = `${stem || 'picture'}${number > 1 ? `-${String(number)}` : ''}.${jpeg ? 'jpg' : 'png'}`;
    if (!taken.some((known) => known.toLowerCase() === name.toLowerCase())) return name;
  }
}

const bare = (path: string) => path.split(/[/\\]/u).at(-1) ?? path;

function refused(path: string): void {
  const file = bare(path);
  const why = (params: Record<string, string>) =>
    refuse('picture_refused', `add the picture "${file}"`, 'not taken', { file, ...params });
  const sort = /\.(gif|webp|svg|heic|tiff?|bmp|pdf)$/iu.exec(file)?.[1]?.toLowerCase();
  if (sort) why({ why: 'kind', sort: sort === 'tif' ? 'tiff' : sort });
  if (file.includes('damaged')) why({ why: 'damaged' });
  if (file.includes('huge')) why({ why: 'pixels', width: '50000', height: '50000' });
}

async function read(
  path: string,
  bytes = '',
): Promise<{ made: Omit<Picture, 'id' | 'name' | 'added'>; done: PictureDone }> {
  refused(path);
  const jpeg = /\.jpe?g$/iu.test(path);
  const photo = bare(path).includes('photo');
  return {
    made: {
      kind: jpeg ? 'jpeg' : 'png',
      width: photo ? 1860 : 1200,
      height: photo ? 2480 : 800,
      bytes: 48_200,
      sha256: await sha256(bytes || path),
      share: 0,
    },
    done: {
      removed: photo
        ? [
            {
              kind: 'picture-place',
              what: '',
              who: '',
              when: '',
              place: '',
              count: 1,
              removal: 'always',
              weight: 'warning',
            },
          ]
        : [],
      turned: photo,
      before_width: photo ? 3024 : 0,
      before_height: photo ? 4032 : 0,
      still: false,
      colours: false,
    },
  };
}

/** Returns the commands about pictures of the body. */
export function pictureAnswers({ find, nextId }: Room): Answers<Answered> {
  const kept = (file: string) => find(file).statement().pictures ?? [];
  const row = (file: string, picture: Picture): PictureRow => ({
    ...picture,
    state: 'here',
    shown: mentions(find(file).body, picture.name),
  });
  const list = (file: string): Pictures => ({
    pictures: kept(file).map((picture) => row(file, picture)),
  });
  const named = (file: string, id: string): Picture => {
    const found = kept(file).find((picture) => picture.id === id);
    if (!found) refuse('not_found', `find the picture "${id}"`, 'no such picture', { name: id });
    return found;
  };
  const change = (file: string, edit: (pictures: Picture[]) => Picture[]) => {
    find(file).change((outside) => {
      outside.pictures = edit(outside.pictures);
    });
  };
  /** Writes every place that shows a picture anew, the last first. */
  const rewrite = (
    file: string,
    name: string,
    to: (shown: PictureRow['shown'][number]) => string,
  ) => {
    const open = find(file);
    for (const shown of mentions(open.body, name).reverse()) {
      open.rewrite(shown.start, shown.end, to(shown));
    }
  };
  return {
    pictures: ({ file }) => list(file),
    picture_add: async ({
      file,
      path,
      bytes,
      name,
      alt,
      caption,
      place,
    }): Promise<PictureAdded> => {
      const { made, done } = await read(path, bytes);
      const known = kept(file).find((picture) => picture.sha256 === made.sha256);
      const picture = known ?? {
        ...made,
        id: nextId('picture'),
        name: nameFor(
          name.trim() || bare(path),
          made.kind === 'jpeg',
          kept(file).map((other) => other.name),
        ),
        added: new Date().toISOString(),
      };
      if (!known) change(file, (pictures) => [...pictures, picture]);
      const markdown = written(picture.name, alt, caption);
      if (place.put !== 'nowhere') {
        const { body } = find(file);
        const end = body.trimEnd().length;
        find(file).rewrite(end, body.length, `${end > 0 ? '\n\n' : ''}${markdown}\n`);
      }
      return { picture: row(file, picture), done, markdown, known: known !== undefined };
    },
    picture_set: ({ file, id, name, share, words }) => {
      const old = named(file, id);
      const asked = name === null ? old.name : nameFor(name, old.kind === 'jpeg', []);
      if (kept(file).some((other) => other.id !== id && other.name === asked)) {
        refuse('name_taken', `rename the picture "${old.name}"`, 'taken', { name: asked });
      }
      rewrite(file, old.name, (shown) => {
        const own = words?.start === shown.start ? words : shown;
        return written(asked, own.alt, own.caption);
      });
      change(file, (pictures) =>
        pictures.map((picture) =>
          picture.id === id ? { ...picture, name: asked, share: share ?? picture.share } : picture,
        ),
      );
      return list(file);
    },
    picture_replace: async ({ file, id, path }) => {
      const { made, done } = await read(path);
      const old = named(file, id);
      const others = kept(file).filter((other) => other.id !== id);
      const name =
        made.kind === old.kind
          ? old.name
          : nameFor(
              old.name,
              made.kind === 'jpeg',
              others.map((other) => other.name),
            );
      rewrite(file, old.name, (shown) => written(name, shown.alt, shown.caption));
      const picture = { ...made, id, name, added: old.added, share: old.share };
      change(file, (pictures) => pictures.map((other) => (other.id === id ? picture : other)));
      return { picture: row(file, picture), done, markdown: written(name, '', ''), known: false };
    },
    picture_remove: ({ file, id, mentions: also }) => {
      const { name } = named(file, id);
      if (also) rewrite(file, name, () => '');
      change(file, (pictures) => pictures.filter((picture) => picture.id !== id));
      return list(file);
    },
    picture_bytes: ({ file, id }) => {
      named(file, id);
      return { kind: 'png', media_type: 'image/png', width: 96, height: 64, bytes: bars };
    },
  };
}
