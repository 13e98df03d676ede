/** A style sheet for the classes in rendered HTML: callouts, and highlighted code (the names of highlight.js). */
export const renderedStyle = `
.callout { margin: 1rem 0; padding: 0.5rem 1rem; border-left: 0.25rem solid #0969da; background: #8881; }
.callout-title, .callout > summary { margin: 0.25rem 0; font-weight: 600; }
.callout-tip { border-color: #1a7f37; }
.callout-important { border-color: #8250df; }
.callout-warning { border-color: #9a6700; }
.callout-caution { border-color: #cf222e; }
.hljs-comment, .hljs-quote { color: light-dark(#59636e, #9198a1); font-style: italic; }
.hljs-keyword, .hljs-selector-tag, .hljs-type, .hljs-operator { color: light-dark(#cf222e, #ff7b72); }
.hljs-string, .hljs-regexp, .hljs-meta .hljs-string { color: light-dark(#0a3069, #a5d6ff); }
.hljs-number, .hljs-literal, .hljs-attr, .hljs-attribute, .hljs-variable, .hljs-symbol { color: light-dark(#0550ae, #79c0ff); }
.hljs-title, .hljs-section, .hljs-name { color: light-dark(#6639ba, #d2a8ff); }
.hljs-built_in, .hljs-params, .hljs-meta, .hljs-property { color: light-dark(#953800, #ffa657); }
.hljs-addition { color: light-dark(#116329, #aff5b4); }
.hljs-deletion { color: light-dark(#82071e, #ffdcd7); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 600; }
`;
