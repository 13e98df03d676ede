// The search box of the guide: finds the sections in which every word occurs, best first, in an index that is loaded once.
const box = document.querySelector('.search');
const input = box.querySelector('input');
const list = box.querySelector('ul');
const shown = 8;
const around = 60;
let sections;

box.hidden = false;
// On a narrow screen the document comes first.
document.querySelector('.guide details').open = matchMedia('(min-width: 56rem)').matches;
input.addEventListener('focus', load, { once: true });
input.addEventListener('input', search);

async function load() {
  const answer = await fetch(box.dataset.index);
  sections = (await answer.json()).map((section) => ({
    ...section,
    name: `${section.title} ${section.heading}`.toLowerCase(),
    folded: section.text.toLowerCase(),
  }));
  search();
}

function search() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : (sections ?? []).filter((one) =>
          words.every((word) => one.name.includes(word) || one.folded.includes(word)),
        );
  const rank = (one) => words.filter((word) => one.name.includes(word)).length;
  found.sort((one, other) => rank(other) - rank(one));
  list.replaceChildren(...found.slice(0, shown).map((one) => writeResult(one, words)));
  if (words.length > 0 && found.length === 0 && sections) list.append(element('li', 'Nothing is found.'));
}

function writeResult({ url, title, heading, text, folded }, words) {
  const link = element('a', heading === '' ? title : `${title}: ${heading}`);
  link.href = url;
  const item = element('li', '');
  item.append(link, document.createElement('br'));
  const word = words.find((one) => folded.includes(one));
  const at = word === undefined ? 0 : folded.indexOf(word);
  const from = Math.max(0, at - around);
  const small = element('small', (from > 0 ? '…' : '') + text.slice(from, at));
  if (word !== undefined) small.append(element('mark', text.slice(at, at + word.length)));
  small.append(`${text.slice(at + (word ?? '').length, at + around * 2)}…`);
  item.append(small);
  return item;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
