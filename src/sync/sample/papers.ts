import type { LinkKind } from '../../db/schema/link-kinds.ts';

export type SamplePaper = {
  title: string;
  acronym?: string;
  publishedOn: string;
  identifiers: { arxiv: string };
  versions: { number: number; releasedOn?: string }[];
  links: { kind: LinkKind; label: string; url: string }[];
  authors: { name: string }[];
};

/** Titles, identifiers, dates and addresses are facts about papers that exist. */
function describePaper(
  arxiv: string,
  publishedOn: string,
  title: string,
  authors: string,
  links: SamplePaper['links'] = [],
): SamplePaper {
  return {
    title,
    publishedOn,
    identifiers: { arxiv },
    versions: [{ number: 1, releasedOn: publishedOn }],
    links: [...links, { kind: 'arxiv', label: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }],
    authors: authors.split(', ').map((name) => ({ name })),
  };
}

function linkCode(repository: string, label = 'Github'): SamplePaper['links'][number] {
  return { kind: 'code', label, url: `https://github.com/${repository}` };
}

export const nvEmbed: SamplePaper = {
  ...describePaper(
    '2405.17428',
    '2024-05-27',
    'NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models',
    'Chankyu Lee, Rajarshi Roy, Mengyao Xu, Jonathan Raiman, Mohammad Shoeybi, Bryan Catanzaro, Wei Ping',
    [{ kind: 'model', label: 'Hugging Face model', url: 'https://huggingface.co/nvidia/NV-Embed-v1' }],
  ),
  acronym: 'NV-Embed',
};

export const meteor: SamplePaper = {
  ...describePaper(
    '2405.15574',
    '2024-05-24',
    'Meteor: Mamba-based Traversal of Rationale for Large Language and Vision Models',
    'Byung-Kwan Lee, Chae Won Kim, Beomchan Park, Yong Man Ro',
    [linkCode('ByungKwanLee/Meteor')],
  ),
  acronym: 'Meteor',
  versions: [
    { number: 1, releasedOn: '2024-05-24' },
    { number: 2, releasedOn: '2024-05-27' },
  ],
};

export const convLlava: SamplePaper = {
  ...describePaper(
    '2405.15738',
    '2024-05-24',
    'ConvLLaVA: Hierarchical Backbones as Visual Encoder for Large Multimodal Models',
    'Chunjiang Ge, Sijie Cheng, Ziming Wang, Jiale Yuan, Yuan Gao, Jun Song, Shiji Song, Gao Huang, Bo Zheng',
    [linkCode('alibaba/conv-llava')],
  ),
  acronym: 'ConvLLaVA',
};

export const diamond: SamplePaper = {
  ...describePaper(
    '2405.12399',
    '2024-05-20',
    'Diffusion for World Modeling: Visual Details Matter in Atari',
    'Eloi Alonso, Adam Jelley, Vincent Micheli, Anssi Kanervisto, Amos Storkey, Tim Pearce, François Fleuret',
    [linkCode('eloialonso/diamond')],
  ),
  acronym: 'DIAMOND',
};

export const simPo: SamplePaper = {
  ...describePaper(
    '2405.14734',
    '2024-05-23',
    'SimPO: Simple Preference Optimization with a Reference-Free Reward',
    'Yu Meng, Mengzhou Xia, Danqi Chen',
    [linkCode('princeton-nlp/SimPO')],
  ),
  acronym: 'SimPO',
};

export const rlhfWorkflow: SamplePaper = describePaper(
  '2405.07863',
  '2024-05-13',
  'RLHF Workflow: From Reward Modeling to Online RLHF',
  'Hanze Dong, Wei Xiong, Bo Pang, Haoxiang Wang, Han Zhao, Yingbo Zhou, Nan Jiang, Doyen Sahoo, Caiming Xiong, Tong Zhang',
  [
    linkCode('RLHFlow/RLHF-Reward-Modeling', 'Reward Modeling'),
    linkCode('RLHFlow/Online-RLHF', 'Online RLHF'),
  ],
);

export const secretlyLinear: SamplePaper = describePaper(
  '2405.12250',
  '2024-05-19',
  'Your Transformer is Secretly Linear',
  'Anton Razzhigaev, Matvey Mikhalchuk, Elizaveta Goncharova, Nikolai Gerasimenko, Ivan Oseledets, Denis Dimitrov, Andrey Kuznetsov',
);

export const moRa: SamplePaper = {
  ...describePaper(
    '2405.12130',
    '2024-05-20',
    'MoRA: High-Rank Updating for Parameter-Efficient Fine-Tuning',
    'Ting Jiang, Shaohan Huang, Shengyue Luo, Zihan Zhang, Haizhen Huang, Furu Wei, Weiwei Deng, Feng Sun, Qi Zhang, Deqing Wang, Fuzhen Zhuang',
    [linkCode('kongds/MoRA')],
  ),
  acronym: 'MoRA',
};

export const crossLayerAttention: SamplePaper = describePaper(
  '2405.12981',
  '2024-05-21',
  'Reducing Transformer Key-Value Cache Size with Cross-Layer Attention',
  'William Brandon, Mayank Mishra, Aniruddha Nrusimha, Rameswar Panda, Jonathan Ragan-Kelley',
);

export const loraLearnsLess: SamplePaper = {
  ...describePaper(
    '2405.09673',
    '2024-05-15',
    'LoRA Learns Less and Forgets Less',
    'Dan Biderman, Jacob Portes, Jose Javier Gonzalez Ortiz, Mansheej Paul, Philip Greengard, Connor Jennings, Daniel King, Sam Havens, Vitaliy Chiley, Jonathan Frankle, Cody Blakeney, John P. Cunningham',
  ),
  // The second version came after the review, which is therefore answered as outdated.
  versions: [{ number: 1, releasedOn: '2024-05-15' }, { number: 2 }],
};

export const fifoDiffusion: SamplePaper = {
  ...describePaper(
    '2405.11473',
    '2024-05-19',
    'FIFO-Diffusion: Generating Infinite Videos from Text without Training',
    'Jihwan Kim, Junoh Kang, Jinyoung Choi, Bohyung Han',
    [
      { kind: 'project', label: 'Project Page', url: 'https://jjihwan.github.io/projects/FIFO-Diffusion' },
      linkCode('jjihwan/FIFO-Diffusion_public'),
    ],
  ),
  acronym: 'FIFO-Diffusion',
};

export const chameleon: SamplePaper = {
  ...describePaper(
    '2405.09818',
    '2024-05-16',
    'Chameleon: Mixed-Modal Early-Fusion Foundation Models',
    'Chameleon Team',
  ),
  acronym: 'Chameleon',
};
