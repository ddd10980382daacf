// Every text sets `wasStruck` when it runs as what it is not, or asks `evil.example` for something when it is taken for markup.
const pieces: readonly string[] = [
  "<script>wasStruck=1</script>",
  "<img src=x onerror=wasStruck=1>",
  "<svg onload=wasStruck=1>",
  "<b onmouseover=wasStruck=1>b</b>",
  "javascript:wasStruck=1",
  "<a href=javascript:wasStruck=1>a",
  "<iframe srcdoc='<script>top.wasStruck=1</script>'>",
  "<iframe src=javascript:top.wasStruck=1>",
  "<object data=javascript:wasStruck=1>",
  "<embed src=//evil.example/a>",
  "<link rel=stylesheet href=//evil.example/a>",
  "<style>@import'//evil.example/a'</style>",
  "<base href=//evil.example/>",
  "<meta http-equiv=refresh content=0;url=//evil.example>",
  "<img src=//evil.example/a.png>",
  "<img srcset='//evil.example/a 1x'>",
  "<video src=//evil.example/a autoplay>",
  "<audio src=x onerror=wasStruck=1>",
  "<video><source onerror=wasStruck=1></video>",
  "<details open ontoggle=wasStruck=1>",
  "<input autofocus onfocus=wasStruck=1>",
  "<select autofocus onfocus=wasStruck=1>",
  "<textarea autofocus onfocus=wasStruck=1>",
  "<form action=javascript:wasStruck=1><button>x",
  "<form><button formaction=javascript:wasStruck=1>x",
  "<math><mi xlink:href=javascript:wasStruck=1>x",
  "<svg><a xlink:href=javascript:wasStruck=1>x",
  "<svg><script>wasStruck=1</script>",
  "<svg><animate onbegin=wasStruck=1 attributeName=x>",
  "<svg><use href=//evil.example/a#b>",
  "<template><script>wasStruck=1</script></template>",
  "<slot name=x><img src=x onerror=wasStruck=1>",
  "<noscript><p title='</noscript><img src=x onerror=wasStruck=1>'>",
  "{{constructor.constructor('wasStruck=1')()}}",
  "${globalThis.wasStruck=1}",
  "<%= wasStruck=1 %>",
  "\u202e<img src=x onerror=wasStruck=1>\u202c",
  "<scr\u0130pt>wasStruck=1</script>",
  "%3Cscript%3EwasStruck=1%3C/script%3E",
  "&lt;img src=x onerror=wasStruck=1&gt;",
];

const wrappers: readonly ((piece: string) => string)[] = [
  (piece) => piece,
  (piece) => `">${piece}`,
  (piece) => `'--></title></style></textarea>${piece}`,
];

/** A hundred and twenty texts that strike wherever a page takes what people write for markup, script or an address; shortest first. */
export const hostileTexts: readonly string[] = wrappers
  .flatMap((wrap) => pieces.map(wrap))
  .toSorted((a, b) => a.length - b.length);
