/**
 * From a JavaScript value to a JSON text, strictly: what JSON cannot say is refused with its path, where
 * `JSON.stringify` would drop it, coerce it or turn it into something else.
 *
 * | value | written |
 * |---|---|
 * | `undefined`, a hole of a list | left out of an object, `null` in a list: absent |
 * | `-0` | `0` |
 * | `NaN`, `Infinity`, `BigInt`, function, symbol | refused, `wrongType` |
 * | `Date`, `Map`, `Set`, boxed values, instances of classes | refused, `wrongType` |
 * | an object that contains itself | refused, `wrongType` |
 * | a getter or a proxy that throws | refused, `wrongType`, with what was thrown as `cause` |
 * | a symbol as a key | refused, `unknownField` |
 * | half a surrogate pair | refused, `invalidUtf8` |
 * | more levels than {@link MAX_DEPTH}, more bytes than {@link MAX_REQUEST} | refused as the same text is: `invalidJson`, `tooLarge` |
 */

import { BilanError, refusal } from './error.js';
import { isWellFormed } from './module.js';
import { MAX_CODE, MAX_DEPTH, MAX_REQUEST } from './tables.js';

const PLAIN_KEY = /^\w+$/;

/** What has no shape of its own, or changes the way in which what is around it is read; and half a character. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u;

/** The keys and places from the whole document down to a value. */
type Trail = (string | number)[];

/** A value that has no text of a size or depth that is read; another text is refused in the same way. */
class Unreadable {
  constructor(readonly instead: string) {}
}

const TOO_LARGE = new Unreadable(' '.repeat(MAX_REQUEST + 1));
const TOO_DEEP = new Unreadable('['.repeat(MAX_DEPTH + 1));

/** The JSON text of a request. */
export function write(value: unknown): string {
  const trail: Trail = [];
  try {
    return text(value, trail, []);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return thrown.instead;
    if (thrown instanceof BilanError) throw thrown;
    throw refusal('wrongType', pathOf(trail), 'Cette valeur n’a pas pu être lue.', thrown);
  }
}

function text(value: unknown, trail: Trail, above: object[]): string {
  switch (typeof value) {
    case 'string':
      return quoted(value, trail);
    case 'number':
      if (!Number.isFinite(value)) throw unwritable(trail, `le nombre ${value}`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return 'null';
    case 'object':
      return value === null ? 'null' : within(value, trail, above);
    case 'bigint':
      throw unwritable(trail, 'un BigInt');
    case 'function':
      throw unwritable(trail, 'une fonction');
    default:
      throw unwritable(trail, 'un symbole');
  }
}

function within(value: object, trail: Trail, above: object[]): string {
  if (above.includes(value)) throw unwritable(trail, 'un objet qui se contient lui-même');
  if (above.length >= MAX_DEPTH) throw TOO_DEEP;
  above.push(value);
  const written = Array.isArray(value) ? list(value, trail, above) : members(value, trail, above);
  above.pop();
  if (written.length > MAX_REQUEST) throw TOO_LARGE;
  return written;
}

function list(items: readonly unknown[], trail: Trail, above: object[]): string {
  let written = '[';
  for (let place = 0; place < items.length; place += 1) {
    if (written.length > MAX_REQUEST) throw TOO_LARGE;
    trail.push(place);
    if (place > 0) written += ',';
    written += text(items[place], trail, above);
    trail.pop();
  }
  return `${written}]`;
}

function members(value: object, trail: Trail, above: object[]): string {
  if (!isPlain(value)) throw unwritable(trail, `une valeur de type ${nameOf(value)}`);
  let written = '{';
  for (const key of Object.keys(value)) {
    if (written.length > MAX_REQUEST) throw TOO_LARGE;
    trail.push(key);
    const member: unknown = (value as Record<string, unknown>)[key];
    if (member !== undefined) {
      if (written.length > 1) written += ',';
      written += PLAIN_KEY.test(key) ? `"${key}":` : `${quoted(key, trail)}:`;
      written += text(member, trail, above);
    }
    trail.pop();
  }
  for (const key of Object.getOwnPropertySymbols(value)) {
    if (!Object.prototype.propertyIsEnumerable.call(value, key)) continue;
    trail.push(String(key));
    throw refusal('unknownField', pathOf(trail), 'Ce champ n’est pas prévu ici : une clé est un texte.');
  }
  return `${written}}`;
}

/** An object literal, of this window or another, or an object without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // That of another window has no prototype itself, and the methods of every object.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

function nameOf(value: object): string {
  const maker: unknown = value.constructor;
  return typeof maker === 'function' && maker.name ? maker.name.slice(0, 40) : 'inconnu';
}

function quoted(value: string, trail: Trail): string {
  if (value.length > MAX_REQUEST) throw TOO_LARGE;
  if (!isWellFormed(value)) {
    throw refusal(
      'invalidUtf8',
      pathOf(trail),
      'Ce texte contient une moitié de caractère et ne peut être écrit en UTF-8.',
    );
  }
  return JSON.stringify(value);
}

function unwritable(trail: Trail, found: string): BilanError {
  return refusal('wrongType', pathOf(trail), `Il faut ici une valeur que JSON peut écrire, et non ${found}.`);
}

/** As the module writes paths: `facts.rqth`, `closures[0].to`. */
function pathOf(trail: Trail): string {
  return trail.reduce<string>((path, part, place) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return place > 0 ? `${path}.${shown(part)}` : shown(part);
  }, '');
}

/** A key as a path names it: as it is, up to the longest legal code, what cannot be seen by its number. */
function shown(key: string): string {
  let written = '';
  let length = 0;
  for (const character of key) {
    const escaped = UNSEEN.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
    length += escaped === character ? 1 : escaped.length;
    if (length > MAX_CODE) return `${written}…`;
    written += escaped;
  }
  return written;
}
