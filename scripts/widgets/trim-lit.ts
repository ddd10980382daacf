import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Plugin } from "esbuild";

type Cut = readonly [what: string, instead?: string];

/** What Lit's files carry that no page of ours needs, by file; each piece stands there exactly once. */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  // Browsers without style sheets that can be adopted: a policy of ours would forbid the other way.
  "css-tag.js": [
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
  // Properties declared in a static field or by standard decorators, with defaults, or that are objects in attributes; polyfills;
  // the list of versions on a page.
  "reactive-element.js": [
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
  // Templates of MathML; directives; listeners that are objects; expressions in comments, in
  // text areas and in place of attributes.
  "lit-html.js": [
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
