/** What Swagger UI gets of ours: its mark, a style sheet, and a plugin. */

/** A page with a note in its margin, which is what a postil is. */
export const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img" aria-label="Postil">
<rect width="32" height="32" rx="7" fill="#1f3a5f"/>
<path d="M7 9h11M7 14h11M7 19h11M7 24h7" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>
<path d="M22.5 8v16" stroke="#f2b134" stroke-width="3.4" stroke-linecap="round"/>
</svg>`;

/** The mark with the name, for the bar at the top of the page. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 40" role="img" aria-label="Postil">
<svg x="2" y="4" width="32" height="32" viewBox="0 0 32 32">${mark.replace(/^<svg[^>]*>|<\/svg>$/g, '')}</svg>
<text x="44" y="28" font-family="system-ui, sans-serif" font-size="23" font-weight="600" fill="#fff">Postil</text>
</svg>`;

/** Parameters in columns and answers without empty space, so that an operation fits on two screens. */
export const styleSheet = `
.swagger-ui .topbar { background: #14263d; padding: 6px 0 }
.swagger-ui .topbar .download-url-wrapper { display: none }
.swagger-ui .info { margin: 24px 0 }
.swagger-ui .info .title { font-size: 28px }
.swagger-ui .scheme-container { padding: 12px 0; margin: 0 0 12px }
.swagger-ui .opblock-description-wrapper { padding: 8px 20px }
.swagger-ui .opblock-description-wrapper p, .swagger-ui .parameter__type, .swagger-ui table tbody tr td { font-size: 13px }
.swagger-ui .opblock .opblock-section-header { min-height: 0; padding: 4px 20px }
.swagger-ui .table-container { padding: 8px 20px }
.swagger-ui table.parameters { display: block }
.swagger-ui table.parameters thead { display: none }
.swagger-ui table.parameters tbody { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 10px 18px }
.swagger-ui table.parameters tbody tr { display: flex; flex-direction: column; min-width: 0 }
.swagger-ui table.parameters tbody tr td { padding: 0; width: auto; max-width: none; min-width: 0 }
.swagger-ui table.parameters .parameters-col_name { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px }
.swagger-ui .parameter__name { padding: 0; font-size: 14px }
.swagger-ui .parameter__name.required::after { top: -4px }
.swagger-ui .parameter__type { padding: 0 }
.swagger-ui .parameter__in, .swagger-ui .parameter__deprecated { font-size: 11px }
.swagger-ui .parameters-col_description { margin: 0; width: auto }
.swagger-ui .parameters-col_description .renderedMarkdown p { margin: 2px 0; line-height: 1.35 }
.swagger-ui .parameters-col_description > .renderedMarkdown { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.swagger-ui tr:focus-within .parameters-col_description > .renderedMarkdown { display: block }
.swagger-ui .parameters-col_description .parameter__default, .swagger-ui .parameters-col_description .parameter__enum,
.swagger-ui .parameters-col_description .parameter__example { display: none }
.swagger-ui .parameters-col_description input[type=text], .swagger-ui .parameters-col_description select { margin: 2px 0; padding: 4px 8px; min-width: 0; width: 100%; max-width: none; height: 30px; font-size: 13px }
.swagger-ui .parameters-col_description select[multiple] { height: 62px }
.swagger-ui .parameters-col_description .json-schema-form-item-add { margin: 2px 0; padding: 3px 10px }
.swagger-ui .parameters-col_description .json-schema-form-item { margin: 0; width: 100% }
.swagger-ui .execute-wrapper { padding: 8px 20px }
.swagger-ui .responses-inner { padding: 8px 20px }
.swagger-ui .responses-inner h4, .swagger-ui .responses-inner h5 { margin: 6px 0 }
.swagger-ui .response-col_description__inner div.markdown, .swagger-ui .response-col_description__inner div.renderedMarkdown { margin: 0; padding: 2px 0; background: none; color: inherit; font-family: inherit; font-size: 13px; font-weight: 400 }
.swagger-ui .responses-table tbody tr td { padding: 4px 0; vertical-align: top }
.swagger-ui .responses-table .response .model-example .highlight-code > .microlight,
.swagger-ui .body-param .highlight-code > .microlight { max-height: 260px }
.swagger-ui .responses-table .model-box { max-height: 260px; overflow: auto }
.swagger-ui .body-param textarea { height: 220px; min-height: 120px }
.swagger-ui .response-controls { padding: 2px 0 }
.swagger-ui .response .headers { display: none }
.swagger-ui .show-answer { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer }
.swagger-ui .show-answer::before { content: "▸ " }
.swagger-ui .show-answer:hover, .swagger-ui .show-answer:focus-visible { text-decoration: underline }
@media (max-width: 640px) { .swagger-ui table.parameters tbody { grid-template-columns: 1fr } }
`;

/**
 * A plugin of Swagger UI that shows an answer other than success as its status and description, and its example when one
 * clicks it. It is sent to the browser as this text.
 */
export const plugin = `window.postilPlugin = ({ React }) => ({
  wrapComponents: {
    response: (Response) => (props) => {
      const [isOpen, setOpen] = React.useState(false);
      const { code, response } = props;
      if (isOpen || /^(2|default)/.test(code) || !response.get('description')) return React.createElement(Response, props);
      const show = React.createElement(
        'button',
        { type: 'button', className: 'show-answer', onClick: () => setOpen(true) },
        response.get('description').replace(/\`/g, ''),
      );
      return React.createElement(
        'tr',
        { className: 'response', 'data-code': code },
        React.createElement('td', { className: 'response-col_status' }, code),
        React.createElement('td', { className: 'response-col_description' }, show),
        React.createElement('td', { className: 'response-col_links' }),
      );
    },
  },
});
`;
