import {
  chameleon,
  convLlava,
  crossLayerAttention,
  nvEmbed,
  rlhfWorkflow,
  secretlyLinear,
  simPo,
} from './papers.ts';
import type { SampleReview } from './review.ts';

export const englishReviews: SampleReview[] = [
  {
    paper: nvEmbed,
    title: 'NV-Embed: a decoder that embeds everything',
    slug: 'nv-embed-en',
    summary:
      'Dropping the causal mask and pooling by latent attention makes Mistral 7B a generalist embedding model.',
    language: 'en',
    category: 'language-models',
    tags: ['embedding', 'contrastive learning', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-06-04T09:00:00.000Z',
    body: String.raw`## Abstract

Decoder-only models make good embeddings only after some surgery: a causal mask hides the end of a text from its beginning, and the last token has to carry all of it. NV-Embed removes the mask and replaces the pooling, then trains in two stages on public data.

## Method

The hidden states of the last layer are queries $Q$ into a small trained dictionary of latents, $K = V$, and what comes out is averaged after an MLP:

$$
O = \operatorname{softmax}(QK^\top)V
$$

Training is contrastive. For a query $q$, its document $d^+$ and negatives $\mathcal{N}$, the loss is the usual one, with a temperature $\tau$:

$$
\mathcal{L} = -\log \frac{\exp(s(q, d^+)/\tau)}{\exp(s(q, d^+)/\tau) + \sum_{d \in \mathcal{N}} \exp(s(q, d)/\tau)}
$$

The first stage sees retrieval data only, with in-batch and hard negatives. The second mixes in classification, clustering and similarity, and turns the in-batch negatives off, since two texts of one batch may well belong to the same class.

## Results

The model scores 69.32 over the 56 tasks of MTEB and 59.36 over its 15 retrieval tasks, first on the leaderboard of May 2024.

## Opinion

The order of the stages is the lesson that travels best: learn the hard task with many negatives first, then broaden. The embeddings have 4,096 numbers, so the size of the index is a question of its own.`,
  },
  {
    paper: convLlava,
    title: 'ConvLLaVA: fewer visual tokens by a hierarchical encoder',
    slug: 'convllava',
    summary:
      'A ConvNeXt with a fifth stage reads images of 1536 pixels and hands only 576 tokens to the language model.',
    language: 'en',
    category: 'vision-language',
    tags: ['multimodal', 'ConvNeXt', 'efficiency'],
    reviewedVersion: 1,
    publishedAt: '2024-05-30T12:00:00.000Z',
    body: String.raw`## Abstract

High-resolution images drown a multimodal model in visual tokens. Most remedies cut the image into tiles, which tames the cost of the encoder but not the number of tokens. ConvLLaVA takes another encoder: a ConvNeXt, which compresses as it goes.

## Method

An encoder with a total stride $s$ turns an image of $H \times W$ pixels into $N = \frac{H}{s} \cdot \frac{W}{s}$ tokens, and the language model pays for every one of them.

![An image of 1536 pixels a side shrinks in five stages, by strides of 4 to 64, to 24 × 24 tokens.](figures/convnext-stages.svg "The feature maps of a ConvNeXt with five stages; the drawn sides are logarithmic")

| Encoder | Stride | Input | Tokens |
| --- | ---: | ---: | ---: |
| ViT-L/14 | 14 | 336 | 576 |
| ConvNeXt, four stages | 32 | 768 | 576 |
| ConvNeXt, five stages | 64 | 1536 | 576 |

Two changes make this work:

- The pretrained ConvNeXt has only seen small images, so its later stages are trained together with the language model instead of being frozen.
- A fifth stage is added behind the fourth and trained from scratch; it halves each side once more.

## Results

With the same number of tokens as LLaVA-1.5, the model reads far larger images and gains most where small print matters, as in documents and charts. Convolutions also take any aspect ratio without a change.

## Opinion

The comparison is fair to the idea: compress inside the encoder, where the features are still spatial, rather than after it. It would be good to see how much of the gain is left with an encoder that was pretrained at high resolution in the first place.`,
  },
  {
    paper: rlhfWorkflow,
    title: 'RLHF Workflow: online preference learning, step by step',
    slug: 'rlhf-workflow',
    summary:
      'A recipe for online iterative RLHF with open data only, in which a preference model stands in for people.',
    language: 'en',
    category: 'training',
    tags: ['RLHF', 'alignment', 'preference optimization'],
    reviewedVersion: 1,
    publishedAt: '2024-05-21T08:30:00.000Z',
    body: String.raw`## Abstract

Open projects mostly align models offline, on a fixed set of preferences over the answers of other models. Industry reports say that collecting new preferences for the model's own answers works better. This report shows how to do so without paying annotators, and publishes all of it.

## Method

The goal is the usual one, a reward with a leash to the initial policy $\pi_0$:

$$
J(\pi) = \mathbb{E}_{x,\, y \sim \pi(\cdot \mid x)} \bigl[ r(x, y) \bigr] - \eta\, \mathbb{E}_{x} \bigl[ D_{\mathrm{KL}}\bigl(\pi(\cdot \mid x) \,\|\, \pi_0(\cdot \mid x)\bigr) \bigr]
$$

Its optimum is known, $\pi^*(y \mid x) \propto \pi_0(y \mid x) \exp(r(x, y) / \eta)$, which is what makes DPO possible. The loop then is:

1. Train a reward or preference model on a mix of open data sets. It plays the annotator from now on.
2. Let the current policy answer new prompts several times, and keep the best and the worst answer of each as a pair.
3. Train with DPO on all pairs so far, and go back to the second step.

Picking the best and the worst of $n$ is the exploration: a pair teaches little when both answers are alike.

## Results

Three rounds on a Llama 3 of 8B beat the same model after offline DPO on AlpacaEval 2, MT-Bench and Arena-Hard, without a clear loss on academic benchmarks. A variant with a penalty on length keeps the answers short.

## Opinion

The value lies in the details, and they are all there. The weak point is named by the authors as well: the judge is a model, and what it likes too much, the policy will find.`,
  },
  {
    paper: secretlyLinear,
    title: 'Your Transformer is Secretly Linear: one layer is almost a matrix',
    slug: 'secretly-linear',
    summary:
      'From one decoder layer to the next, embeddings change almost linearly; the residual stream explains why.',
    language: 'en',
    category: 'language-models',
    tags: ['interpretability', 'pruning', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-05-25T15:40:00.000Z',
    body: String.raw`## Abstract

How much of a decoder layer could a single matrix do? Nearly all of it, the authors find, across GPT, LLaMA, OPT, BLOOM and others. They then ask where this comes from, how it moves during training, and what it is good for.

## Method

Let $X$ and $Y$ hold the embeddings of the same tokens before and after a layer. Both are centred and divided by their Frobenius norm, which gives $\tilde{X}$ and $\tilde{Y}$. The score is one minus what the best linear map leaves over:

$$
\text{linearity} = 1 - \min_{A \in \mathbb{R}^{d \times d}} \lVert \tilde{X} A - \tilde{Y} \rVert_2^2
$$

A score of 1 means that the layer is a matrix, as far as these tokens can tell.

## Results

- The score is about 0.99 for most layers of most models.
- Without the residual stream it drops clearly. What a layer adds is small compared with what passes through, so the sum looks linear though the addition is not.
- Fine-tuning raises the score in every model that was tried.
- The most linear layers can be removed, or replaced by their matrix and distilled, at little loss.

A regulariser that pulls the embeddings of neighbouring layers together, $\lambda \sum_i \bigl(1 - \cos(h_i, h_{i+1})\bigr)$, makes small models *less* linear and somewhat better.

## Opinion

The title oversells a little: a small nonlinear step on top of a large identity is what a residual network is meant to be. But the score is cheap, and it points at layers that can go.`,
  },
  {
    paper: crossLayerAttention,
    title: 'Cross-Layer Attention: sharing the KV cache between neighbours',
    slug: 'cross-layer-attention',
    summary:
      'Adjacent layers share keys and values, which halves the KV cache of MQA at almost the same accuracy.',
    language: 'en',
    category: 'language-models',
    tags: ['KV cache', 'attention', 'efficiency'],
    reviewedVersion: 1,
    publishedAt: '2024-05-26T10:05:00.000Z',
    body: String.raw`## Abstract

Long contexts and large batches are limited by the memory of the KV cache. MQA and GQA share key and value heads within a layer; this paper shares them across layers as well.

## Method

For every token, $L$ layers keep keys and values of $h$ heads with $d$ numbers of $b$ bytes. If $s$ layers share one cache, that is

$$
\text{bytes per token} = \frac{2\, L\, h\, d\, b}{s}
$$

Only the first layer of each group computes keys and values; the others project queries and reuse them:

~~~python
for i, layer in enumerate(layers):
    if i % share == 0:
        keys, values = layer.project_kv(x)
    x = layer.forward(x, keys, values)
~~~

With $L = 32$, $d = 128$ and 16-bit numbers:

| Attention | KV heads | Layers per cache | KiB per token |
| --- | ---: | ---: | ---: |
| MHA | 32 | 1 | 512 |
| GQA | 8 | 1 | 128 |
| MQA | 1 | 1 | 16 |
| MQA and CLA2 | 1 | 2 | 8 |

## Results

Models of 1B and 3B parameters were trained from scratch. Sharing between two layers moves the whole trade-off: at the same memory, a model with CLA and wider heads has a better perplexity than plain MQA. Sharing among three or four layers pays less.

## Opinion

It is a change of a few lines, and it adds up with the others. What it does not save is bandwidth within a step, since every layer still reads the cache that it shares.`,
  },
  {
    paper: chameleon,
    title: 'Chameleon: images and text as one stream of tokens',
    slug: 'chameleon',
    summary:
      'One transformer, trained from scratch on mixed text and image tokens, reads and writes both in any order.',
    language: 'en',
    category: 'vision-language',
    tags: ['multimodal', 'early fusion', 'training stability'],
    reviewedVersion: 1,
    publishedAt: '2024-05-23T14:25:00.000Z',
    body: String.raw`## Abstract

Most multimodal models bolt an image encoder to a language model. Chameleon has no seam: images become discrete tokens, join the vocabulary, and one transformer learns to predict whatever comes next.

## Method

An image of 512 by 512 pixels becomes 1,024 tokens out of a codebook of 8,192. The vocabulary of 65,536 entries holds these and the text. From there it is a language model in the manner of Llama 2, in sizes of 7B and 34B.

The hard part is to keep it from diverging. All modalities share the weights, and each raises the norm of its activations a little to be heard, until the softmax drifts off. Three remedies:

- Queries and keys are normalised before attention.
- In the larger model, the norms move behind attention and feed-forward, so that what enters the residual stream is bounded: $h = x + \operatorname{norm}(\operatorname{attention}(x))$.
- The partition function of the last softmax, $Z = \sum_i e^{x_i}$, is kept near one by a small extra loss:

$$
\mathcal{L}_z = 10^{-5} \log^2 Z
$$

## Results

It is on a par with good text models of its size, strong at captions and visual questions, and it can answer with text and images in turn. People preferred its mixed answers to those of Gemini Pro and GPT-4V more often than not.

## Opinion

The account of what went wrong is worth more than the scores; anyone who trains on several modalities will meet the same drift. The tokenizer is the ceiling: it is weak at images with much text in them, and so is the model.`,
  },
  {
    paper: simPo,
    title: 'SimPO: preference optimization without a reference',
    slug: 'simpo-en',
    summary:
      'The average log-probability as the reward: no reference model, a margin, and less length bias than DPO.',
    language: 'en',
    category: 'training',
    tags: ['preference optimization', 'alignment', 'LLM'],
    reviewedVersion: 1,
    publishedAt: '2024-06-01T16:00:00.000Z',
    body: String.raw`## Abstract

DPO trains on one quantity, a ratio to a reference model, and generation follows another, the likelihood. SimPO trains on the second one directly, and the reference model is gone.

## Method

The reward of an answer is its log-probability per token, scaled by $\beta$, and the better answer has to win by a margin $\gamma$:

$$
\mathcal{L} = -\mathbb{E} \left[ \log \sigma \left( \frac{\beta}{\lvert y_w \rvert} \log \pi_\theta(y_w \mid x) - \frac{\beta}{\lvert y_l \rvert} \log \pi_\theta(y_l \mid x) - \gamma \right) \right]
$$

Dividing by the length matters. Without it, the loss can be lowered by making long answers likelier, whatever they say. A larger margin keeps pushing pairs that are in the right order already:

![The loss over the difference of the rewards, for margins of 0, 1 and 2: a margin moves the curve to the right.](figures/simpo-margin.svg "The loss of a pair by the difference of its rewards, for three margins")

## Results

Up to 6.4 points over DPO on AlpacaEval 2 and up to 7.5 on Arena-Hard, with answers that hardly grow. Memory and time go down too, as one model is loaded instead of two.

## Opinion

Simple to implement and easy to explain. Nothing but the learning rate holds the policy near its start, though, so the hyperparameters deserve a proper search.`,
  },
];
