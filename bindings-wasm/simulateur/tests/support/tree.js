/** What a screen reader is given of the simulator, in the order in which it reads: Chromium's accessibility tree, in lines. */

/** What shapes the page for the eye alone. */
const SILENT = new Set([
  'none',
  'generic',
  'strong',
  'emphasis',
  'MenuListPopup',
  'InlineTextBox',
  'ListMarker',
  'LineBreak',
  'ignored',
]);
/** What is read by its name, and not by what is in it. */
const NAMED = new Set([
  'heading',
  'button',
  'checkbox',
  'radio',
  'link',
  'option',
  'DisclosureTriangle',
  'Date',
  'spinbutton',
  'textbox',
]);
/** States that are read out. */
const STATES = ['checked', 'expanded', 'invalid', 'required', 'disabled', 'level', 'pressed', 'valuetext'];

/** The lines of everything within the page's main landmark. */
export async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const main = nodes.find(({ role }) => role?.value === 'main');
  const lines = [];
  inside(main, new Map(nodes.map((node) => [node.nodeId, node])), 0, lines);
  return `${lines
    .filter(({ text }) => text !== '')
    .map(({ depth, text }) => '  '.repeat(depth) + text)
    .join('\n')}\n`;
}

const roleOf = (node) => (node.ignored ? 'ignored' : (node.role?.value ?? 'ignored'));
const words = (value) => (value ?? '').replaceAll(/[ \n]+/g, ' ').trim();

/** The role of what is read first in a node. */
function firstRole({ childIds = [] }, all) {
  for (const node of childIds.map((id) => all.get(id)).filter(Boolean)) {
    const role = SILENT.has(roleOf(node)) ? firstRole(node, all) : roleOf(node);
    if (role) return role;
  }
  return undefined;
}

/** Tells whether a node only holds others: the frame of what can be folded has the name of its heading. */
function isFrame(node, all) {
  return SILENT.has(roleOf(node)) || (roleOf(node) === 'group' && firstRole(node, all) === 'DisclosureTriangle');
}

function inside({ childIds = [] }, all, depth, lines, inLabel = false) {
  for (const node of childIds.map((id) => all.get(id)).filter(Boolean)) {
    const role = roleOf(node);
    // The legend is the name of its group, the label that of its field.
    if (role === 'Legend') continue;
    if (role === 'LabelText') inside(node, all, depth, lines, true);
    else if (isFrame(node, all)) {
      // What stands on lines of its own is read apart.
      if (!node.ignored) apart(lines);
      inside(node, all, depth, lines, inLabel);
      if (!node.ignored) apart(lines);
    } else if (role !== 'StaticText') {
      lines.push({ depth, text: line(node, role) });
      if (!NAMED.has(role)) inside(node, all, depth + 1, lines);
    } else if (!inLabel) read(node.name?.value ?? '', depth, lines);
  }
}

/** Pieces of one text are read as one. */
function read(said, depth, lines) {
  const last = lines.at(-1);
  if (last?.depth !== depth || last.said === undefined) lines.push({ depth, said: '' });
  const line = lines.at(-1);
  line.said += said;
  line.text = words(line.said);
}

function apart(lines) {
  if (lines.length > 0) delete lines.at(-1).said;
}

function line({ name, value, description, properties = [] }, role) {
  const states = properties
    .filter(({ name: state }) => STATES.includes(state) && !(state === 'level' && role !== 'heading'))
    .filter(({ value: held }) => !['false', false, ''].includes(held.value))
    // How a field of numbers says its value is the browser's language's, not the page's.
    .filter(({ name: state }) => !(state === 'valuetext' && role === 'spinbutton'))
    .map(({ name: state, value: held }) => (['true', true].includes(held.value) ? state : `${state} ${held.value}`));
  return [
    role,
    words(name?.value) && `« ${words(name.value)} »`,
    value?.value !== undefined && value.value !== '' && `= ${words(String(value.value))}`,
    words(description?.value) && `(${words(description.value)})`,
    states.length > 0 && `[${states.join(', ')}]`,
  ]
    .filter(Boolean)
    .join(' ');
}
