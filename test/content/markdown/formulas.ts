/** Formulas as notes on papers have them: each can be read by KaTeX. */
export const formulas: string[] = String.raw`
\alpha
x_i
x^2
x_i^2
a_{ij}
\hat{y}
\bar{x}
\tilde{z}_t
\mathbf{W}
\mathbb{R}^{d \times k}
\mathcal{L}(\theta)
\mathcal{N}(0, I)
\mathrm{softmax}(z)
\operatorname{argmax}_x f(x)
\arg\min_\theta J(\theta)
\max_{a} Q(s, a)
\frac{a}{b}
\frac{\partial L}{\partial w}
\dfrac{1}{n}\sum_{i=1}^{n} x_i
\tfrac12
\sqrt{d_k}
\sqrt[3]{x}
\sum_{k=0}^{\infty} \gamma^k r_{t+k}
\prod_{i=1}^{N} p(x_i)
\int_0^1 f(t)\,dt
\oint_C F \cdot dr
\lim_{n \to \infty} a_n
\mathbb{E}_{x \sim p}[f(x)]
\operatorname{Var}(X)
\Pr(A \mid B)
P(A|B)
p(x|y)
|x|
\|x\|_2
\lVert v \rVert
\lvert S \rvert
\left| \frac{a}{b} \right|
\left( \frac{1}{2} \right)
\left[ a, b \right)
\left\{ x \mid x > 0 \right\}
\{a, b, c\}
\langle u, v \rangle
\lfloor x \rfloor
\lceil n/2 \rceil
a \cdot b
a \times b
a \otimes b
a \odot b
a \oplus b
A^\top
A^{-1}
QK^\top / \sqrt{d_k}
\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V
W_0 + BA
W = W_0 + \frac{\alpha}{r} BA
\Delta W
r \ll \min(d, k)
O(n^2)
\mathcal{O}(n \log n)
\Theta(n)
\Omega(\log n)
n \approx 10^6
x \in \mathbb{R}
x \notin S
A \subseteq B
A \cup B
A \cap B
A \setminus B
\emptyset
\forall x \exists y
\neg p \lor q
p \land q
p \Rightarrow q
p \iff q
x \to y
x \mapsto f(x)
f: X \to Y
a \leq b
a \geq b
a \neq b
a < b
a > b
a \ll b
a \sim b
a \propto b
a \equiv b
a := b
\partial_t u
\nabla_\theta \log \pi_\theta(a \mid s)
\nabla \cdot F
\nabla^2 f
\theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)
m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t
v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2
\hat{m}_t = \frac{m_t}{1 - \beta_1^t}
\epsilon = 10^{-8}
D_{\mathrm{KL}}(p \,\|\, q)
\mathrm{KL}(\pi \| \pi_{\mathrm{ref}})
-\sum_i y_i \log \hat{y}_i
\log \frac{\pi_\theta(y_w \mid x)}{\pi_{\mathrm{ref}}(y_w \mid x)}
\sigma(x) = \frac{1}{1 + e^{-x}}
\tanh(x)
\mathrm{ReLU}(x) = \max(0, x)
\mathrm{GELU}(x) = x \Phi(x)
\mathrm{LayerNorm}(x) = \gamma \odot \frac{x - \mu}{\sigma} + \beta
\mathrm{FFN}(x) = W_2 \phi(W_1 x + b_1) + b_2
h_t = f(W_h h_{t-1} + W_x x_t)
c_t = f_t \odot c_{t-1} + i_t \odot \tilde{c}_t
q(x_t \mid x_{t-1}) = \mathcal{N}(x_t; \sqrt{1-\beta_t}\, x_{t-1}, \beta_t I)
\bar{\alpha}_t = \prod_{s=1}^{t} \alpha_s
x_t = \sqrt{\bar\alpha_t} x_0 + \sqrt{1 - \bar\alpha_t}\, \epsilon
dx = f(x, t)\,dt + g(t)\,dw
\mathcal{L}_{\mathrm{DPO}}
r(x, y) = \frac{\beta}{|y|} \log \pi(y \mid x)
\mathcal{L}_{\mathrm{CE}} + \lambda \mathcal{L}_{\mathrm{reg}}
\frac{\exp(s_i / \tau)}{\sum_j \exp(s_j / \tau)}
\cos(u, v) = \frac{u \cdot v}{\|u\| \|v\|}
\underbrace{a + b}_{\text{sum}}
\overbrace{x_1, \dots, x_n}^{n}
\overline{AB}
\underline{x}
\vec{v}
\widehat{abc}
\dot{x} = Ax + Bu
\ddot{x}
x'
f''(x)
x^{y^z}
x_{i_j}
{}^{n}C_k
\binom{n}{k}
n!
\begin{pmatrix} a & b \\ c & d \end{pmatrix}
\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
\begin{vmatrix} a & b \\ c & d \end{vmatrix}
\begin{matrix} a \\ b \end{matrix}
\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}
\begin{aligned} a &= b \\ &= c \end{aligned}
\begin{gathered} a \\ b \end{gathered}
\begin{array}{c|c} a & b \\ \hline c & d \end{array}
\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}
\text{if } x > 0
\text{정확도} = 0.9
\text{손실}_t
\mathrm{한글}
\mathit{loss}
\mathsf{T}
\mathtt{code}
\mathfrak{g}
\mathscr{F}
\boldsymbol{\theta}
\bm{\mu}
\mathbb{1}[x > 0]
\mathds{1}
\mathbbm{1}
\ell_1
\hbar
\Re(z)
\Im(z)
\aleph_0
\infty
\ldots
\cdots
\vdots
\ddots
\dots, x_n
a\,b\;c\quad d\qquad e
a \mod n
a \bmod n
a \pmod{n}
\gcd(a, b)
\det A
\dim V
\ker f
\exp(x)
\ln x
\log_2 n
\sin\theta
\sup_x f
\inf_x f
\limsup_n a_n
\stackrel{d}{=}
\overset{\text{iid}}{\sim}
\underset{x}{\mathrm{minimize}}
\xrightarrow{f}
\xleftarrow[g]{f}
\hookrightarrow
\rightleftharpoons
\color{red}{x}
\textcolor{blue}{y}
\boxed{E = mc^2}
\cancel{x}
\not=
\not\in
\star
\dagger
\ast
\circ
\bullet
\triangleq
\perp
\parallel
\angle
\top
\bot
\vdash
\models
\big( x \big)
\Bigl[ y \Bigr]
\middle
\substack{i < n \\ j < m}
\sum_{\substack{i, j \\ i \neq j}} a_{ij}
\smash{x}
\mathbin{\frac12} y
\mathord{\mathbf{W}_i}
\phantom{x} y
\operatorname*{arg\,max}_{x}
\newcommand{\Mean}{\mathbb{E}} \Mean[x]
\def\half{\tfrac12} \half
\label{eq:loss} L
\tag{1} x = y
50\%
\$5
a\_b
\#\{x\}
x & y
`
  .trim()
  .split('\n')
  .filter((tex) => tex !== String.raw`\middle` && tex !== 'x & y');
