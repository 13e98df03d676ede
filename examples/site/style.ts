// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000

export const style = `
:root { --line: #dcdcd6; --quiet: #66665f; --accent: #1c5d8c; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 0 1.25rem 4rem; color: #1f1f1c; background: #fcfcfa; word-break: keep-all; overflow-wrap: anywhere; }
body { font: 1rem/1.65 "Noto Sans CJK KR", "Noto Sans KR", system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; padding: 1rem 0; border-bottom: 1px solid var(--line); }
header form { margin-left: auto; }
header a:first-child { font-weight: 700; font-size: 1.2rem; color: inherit; }
input { font: inherit; padding: 0.2rem 0.6rem; border: 1px solid var(--line); border-radius: 4px; background: white; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 1.75rem 0 0.5rem; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 0; }
article > * + h2 { margin-top: 1.5rem; }
h3 { font-size: 0.85rem; margin: 1rem 0 0.25rem; color: var(--quiet); }
p { margin: 0.3rem 0; }
small, time, .byline { color: var(--quiet); font-size: 0.85rem; font-weight: 400; font-variant-numeric: tabular-nums; }
article { padding: 1.1rem 0; overflow: hidden; border-bottom: 1px solid var(--line); }
mark { background: #ffe9a3; }
.outdated { color: #9a4a00; }
ul, ol { margin: 0.5rem 0 0; padding: 0; list-style: none; }
.tags { display: flex; flex-wrap: wrap; gap: 0.3rem; font-size: 0.85rem; }
.tags li { padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 1rem; background: white; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 14rem; gap: 0 3rem; }
aside { margin-top: 2rem; font-size: 0.9rem; }
aside li { display: flex; justify-content: space-between; }
[aria-current] { font-weight: 700; }
article img { max-width: 100%; height: auto; }
.cover { float: right; width: 10rem; margin: 0.3rem 0 0.5rem 1.5rem; border: 1px solid var(--line); }
figure { margin: 1.25rem 0; }
figcaption { color: var(--quiet); font-size: 0.85rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: 0.2rem 0.9rem; border-bottom: 1px solid var(--line); }
pre { white-space: pre-wrap; font: 0.95rem/1.7 "Noto Sans Mono CJK KR", ui-monospace, monospace; padding: 1rem 1.25rem; border: 1px solid var(--line); background: white; }
.pager { display: flex; justify-content: space-between; gap: 2rem; padding: 1.25rem 0; }
.pager [rel="next"] { margin-left: auto; text-align: right; }
@media (max-width: 44rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
`;
