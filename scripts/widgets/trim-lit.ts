import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Plugin } from "esbuild";

type Cut = readonly [what: string, instead?: string];

/** What Lit's files carry that no page of ours needs, by file; each piece stands there exactly once. */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  // Browsers without style sheets that can be adopted: a policy of ours would forbid the other way.
  "css-tag.js": [
    [
      `let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t`,
      `let t=this.o;return t||(this.o=t=new CSSStyleSheet).replaceSync(this.cssText),t`,
    ],
    [`this.cssText=t,this.t=e`, `this.cssText=t`],
    [`new n(o,t,s)`, `new n(o)`],
    [`t=>t instanceof CSSStyleSheet?t:t.styleSheet)`, `t=>t.styleSheet)`],
    [`s=Symbol(),o=new WeakMap;`, `s=0;`],
    [
      `t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype`,
      "!0",
    ],
    [
      `if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use \`unsafeCSS\` or \`css\` instead.");`,
      `this._$cssResult$=!0;`,
    ],
    [
      `throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")`,
      `throw Error("css: "+t)`,
    ],
  ],
  // Properties declared in a static field or by standard decorators, with defaults, rules of change or accessors of their own, or
  // that are objects in attributes; elements that put off or refuse an update; polyfills; the list of versions on a page.
  "reactive-element.js": [
    [
      `const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i`,
      `return[...new Set([s??[]].flat(1/0).reverse())].reverse()`,
    ],
    [
      `if(this.hasOwnProperty(d("elementProperties")))return;`,
      `if(Object.hasOwn(this,"elementProperties"))return;`,
    ],
    [`if(this.hasOwnProperty(d("finalized")))return;`, `if(Object.hasOwn(this,"finalized"))return;`],
    [`,!s.noAccessor){const i=`, `){const i=`],
    [`(i.hasChanged??f)(h,s)`, `f(h,s)`],
    [
      `const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}`,
      `return this.performUpdate(),!this.isUpdatePending}`,
    ],
    [
      `let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)}`,
      `const s=this._$AL;try{this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}catch(s){throw this._$EM(),s}this._$AE(s)}`,
    ],
    [
      `this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)`,
      `this.hasUpdated=!0,this.updated(t)`,
    ],
    [
      `get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}`,
      `get updateComplete(){return this._$ES}`,
    ],
    [`firstUpdated(t){}`],
    [`,reflect:!1,useDefault:!1,hasChanged:f}`, `}`],
    [`Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;`],
    [
      `if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}`,
      `this.finalized=!0,this._$Ei();`,
    ],
    [
      `const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}`,
    ],
    [`case Object:case Array:t=null==t?t:JSON.stringify(t)`],
    [`case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}`],
    [
      `"function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u`,
      `u`,
    ],
    [`(void 0!==i.converter?.toAttribute?i.converter:u)`, `u`],
    [`r??this._$Ej?.get(e)??r`, `r`],
    [`||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))`],
    [`i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(`, `(`],
    [`this.hasUpdated||i||(s=void 0)`, `this.hasUpdated||(s=void 0)`],
    [`,p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")`],
  ],
  // Templates of MathML; directives, and what tells them of their place and of coming and going; values that leave a place as it is;
  // drawing before something that is already there; listeners that are objects; expressions in comments, in text areas and in
  // place of attributes.
  "lit-html.js": [
    [
      `e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);`,
      `e=this._$AC(t);`,
    ],
    [`,T=x(3)`, `,T=0`],
    [`this._$AV=[],this._$AN=void 0,`, `this._$AV=[],`],
    [`get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t)`, `u(t)`],
    [`(t?.creationScope??l).importNode`, `l.importNode`],
    [`get _$AU(){return this._$AM?._$AU??this._$Cv}`],
    [`this.type=2,this._$AH=A,this._$AN=void 0,`, `this._$AH=A,`],
    [
      `this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}`,
      `this.options=e}`,
    ],
    [`t!==this._$AH&&t!==E&&this._(t)`, `t!==this._$AH&&this._(t)`],
    [`this._$AP?.(!1,!0,s);`, `;`],
    [`_$AR(t=this._$AA.nextSibling,s)`, `_$AR(t=this._$AA.nextSibling)`],
    [`this._$AR(s&&s._$AB.nextSibling,e)`, `this._$AR(s&&s._$AB.nextSibling)`],
    [`setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}`],
    [
      `get _$AU(){return this._$AM._$AU}constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,`,
      `constructor(t,i,s,e,h){this._$AH=A,`,
    ],
    [`o=!a(t)||t!==this._$AH&&t!==E,o&&`, `o=!a(t)||t!==this._$AH,o&&`],
    [`r===E&&(r=this._$AH[n]),`],
    [`constructor(){super(...arguments),this.type=3}`],
    [`constructor(){super(...arguments),this.type=4}`],
    [`constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}`],
    [`if((t=M(this,t,i,0)??A)===E)return;const`, `t??=A;const`],
    [
      `const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h`,
      `(i._$litPart$??=new k(i.appendChild(c()),null,void 0,s))._$AI(t)`,
    ],
    [`3===i?"<math>":""`, `""`],
    [`3===i?"</math>":""`, `""`],
    [`P.currentNode=this.el.content,2===i||3===i){`, `P.currentNode=this.el.content,2===i){`],
    [`else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))`],
    [`:6===r.type&&(i=new Z(h,this,t))`, `:0`],
    [
      `if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}`,
      `r.data===n&&d.push({type:2,index:l});`,
    ],
    [
      `function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}`,
      `const M=(t,i)=>i;`,
    ],
    [`||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive`],
    [
      `"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)`,
      `this._$AH.call(this.options?.host??this.element,t)`,
    ],
    [`get tagName(){return this.element.tagName}`],
    [`get startNode(){return this._$AA}get endNode(){return this._$AB}`],
    [
      `if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}`,
    ],
    [`,B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");`, `;`],
  ],
  "lit-element.js": [
    [
      `createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}`,
    ],
    [
      `const r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=e(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return r}`,
      `const r=this.render();super.update(t),e(r,this.renderRoot,this.renderOptions)}`,
    ],
    [`this.renderOptions={host:this},this._$Do=void 0}`, `this.renderOptions={host:this}}`],
    [`i._$litElement$=!0,`],
    [
      `,s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});`,
      ";",
    ],
    [`(s.litElementVersions??=[]).push("4.2.2");`],
  ],
};

/** Leaves out of Lit what is for other pages than ours. Fails when Lit is not as it was when this was written. */
export const trimLit: Plugin = {
  name: "trim-lit",
  setup(build) {
    build.onResolve({ filter: /^lit(-html)?\/(async-)?directive/ }, ({ path }) => ({
      errors: [{ text: `The Lit of widgets has no directives: ${path}` }],
    }));
    const filter = /node_modules[\\/](@lit[\\/]reactive-element|lit-html|lit-element)[\\/][\w-]+\.js$/;
    build.onLoad({ filter }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [what, instead = ""] of cuts[basename(path)] ?? []) {
        if (contents.split(what).length !== 2)
          throw new Error(`Lit has changed: ${path} has no or more than one ${what}`);
        contents = contents.replace(what, () => instead);
      }
      return { contents };
    });
  },
};
