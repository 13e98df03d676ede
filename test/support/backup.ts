import sharp from 'sharp';
import type { ZipMember } from './zip.ts';

/** What a generated post should become. */
export interface BackedUpPost {
  number: number;
  title: string;
  arxiv: string;
  releasedOn: string;
  version: number;
  category: string[];
  tags: string[];
  publishedAt: string;
}

const topics = ['정렬', '검색', 'Diffusion', '양자화', 'World model', '대조 학습'];
/** Few: each is checked and scaled by a process of its own. */
export const hasPicture = (number: number) => number % 50 === 1;
const two = (number: number) => String(number).padStart(2, '0');

/** The post of a number, in a backup of our own text. */
export function describeBackedUp(number: number): BackedUpPost {
  const topic = topics[number % topics.length] ?? '';
  const [month, day] = [two((number % 12) + 1), two((number % 28) + 1)];
  return {
    number,
    title: `${number % 3 === 0 ? '[논문리뷰] ' : ''}N${number}et: A Study of ${topic} in ${number} Steps`,
    arxiv: `2305.${String(10_000 + number)}`,
    releasedOn: `2023-${month}-${day}`,
    version: (number % 3) + 1,
    category: number % 5 === 0 ? ['논문 리뷰'] : ['논문 리뷰', topic],
    tags: [`주제 ${number % 7}`, 'LLM'],
    publishedAt: `2023-${month}-${day}T01:30:00.000Z`,
  };
}

/** The files of a backup of Tistory: a folder for each post, with its page and picture. */
export async function makeBackup(count: number): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  for (let number = 1; number <= count; number += 1) {
    const post = describeBackedUp(number);
    const name = post.title.replace(/[[\]:]/g, '');
    members.push({ name: `${number}/${number}-${name}.html`, bytes: writePage(post) });
    if (hasPicture(number))
      members.push({ name: `${number}/img/그림 ${number}.png`, bytes: await drawPng(number) });
  }
  return members;
}

const drawPng = (number: number) =>
  sharp({ create: { width: 8 + (number % 50), height: 8, channels: 3, background: '#3366cc' } })
    .png()
    .toBuffer();

function writePage({
  number,
  title,
  arxiv,
  version,
  category,
  tags,
  publishedAt,
  releasedOn,
}: BackedUpPost): string {
  const date = `${publishedAt.slice(0, 10)} 10:30:00`;
  const picture = hasPicture(number)
    ? `<figure class="imageblock alignCenter"><span data-url="./img/그림 ${number}.png"><img src="./img/그림 ${number}.png"></span><figcaption>그림 ${number}: 전체 구조</figcaption></figure>`
    : '';
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title></head><body>
<h2 class="title-article">${title}</h2>
<div class="box-info"><p class="category">${category.join('/')}</p><p class="date">${date}</p></div>
<div class="article-view"><div class="contents_style">
<h2 data-ke-size="size26">Abstract</h2>
<p data-ke-size="size16">손실의 하한을 ${number}번 다시 쓴다</p>
<p data-ke-size="size16">&nbsp;</p>
<p>[<a href="https://github.com/example/n${number}et" target="_blank">Github</a>][<a href="https://arxiv.org/abs/${arxiv}">arXiv</a>](${releasedOn.replaceAll('-', '/')} version v${version})</p>
<h2 data-ke-size="size26"><b>Method</b></h2>
<p>거리는 $$d_{${number}}(x, y) &lt; \\epsilon$$ 이고, <span style="color: #ee2323;">온도</span>가 낮을수록 <b>분포가 뾰족해진다(${number})</b>는 점을 쓴다.</p>
${picture}
<div data-ke-type="moreLess" data-text-more="더보기" data-text-less="닫기"><a class="btn-toggle-moreless">유도 과정</a><div class="moreless-content"><p>양변에 로그를 취한다.</p></div></div>
<pre class="python" data-ke-language="python" data-ke-type="codeblock"><code>def step(x):
    return x &lt; ${number}</code></pre>
<ul><li>첫째<ul><li>둘째</li></ul></li></ul>
</div></div>
<div class="tags">${tags.map((tag) => `#${tag}`).join(' ')}</div>
</body></html>`;
}
