import { css } from "lit";

export const providerStyles = css`
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    overflow: clip;
    background: var(--_soft);
  }
  progress::-webkit-progress-bar {
    background: var(--_soft);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size var(--_ease);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .completeness,
  .person,
  .offers,
  .photo-side {
    display: grid;
    gap: 12px;
    justify-items: start;
    min-width: 0;
  }
  .person > *,
  .completeness > progress {
    max-width: 100%;
    width: 100%;
  }
  .missing,
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
  }
  .missing .button {
    min-height: 36px;
    padding: 4px 14px;
    font-size: 0.875em;
  }
  .words li {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    overflow-wrap: anywhere;
  }
  .words a {
    color: var(--_ink);
  }
  .provider dl {
    display: grid;
    gap: 16px;
  }
  .provider dd {
    margin-top: 4px;
    overflow-wrap: anywhere;
  }
  .provider dd bdi {
    white-space: pre-line;
  }
  .photo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 16px 20px;
  }
  .photo canvas,
  .photo img,
  .photo .none {
    display: grid;
    place-items: center;
    flex: none;
    width: 112px;
    height: 112px;
    border-radius: 50%;
    object-fit: cover;
    color: var(--_ink);
    background: var(--_tint);
    font-size: 2em;
    font-weight: 600;
  }
  .photo-side {
    flex: 1 1 14em;
    gap: 8px;
  }
  .photo-side progress {
    max-width: 20em;
  }
  .drop.over .photo {
    outline: 2px dashed var(--_ink);
    outline-offset: 6px;
    border-radius: var(--_radius);
  }
  input[type="file"] {
    padding: 0;
    min-height: 0;
    border: 0;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  .form.wide {
    width: 100%;
    max-width: 40em;
  }
  fieldset.links {
    display: grid;
    align-items: start;
    gap: 12px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .links legend {
    padding: 0;
    margin-bottom: 8px;
    font-weight: 600;
  }
  .pair {
    display: grid;
    align-items: start;
    gap: 16px;
  }
  .money {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 6em;
    gap: 8px;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-weight: 400;
  }
  .tick input {
    flex: none;
    width: 1.125em;
    height: 1.125em;
    min-height: 0;
    margin: 0;
    accent-color: var(--_ink);
  }
  .offers {
    padding-top: 24px;
    border-top: 1px solid var(--_line);
  }
  .offer-list {
    display: grid;
    gap: 8px;
    width: 100%;
  }
  .offer,
  .offer-form {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 20px;
  }
  dialog .actions {
    margin-top: 20px;
  }
  @container (width >= 34em) {
    .pair,
    fieldset.links {
      grid-template-columns: 1fr 1fr;
    }
    .links legend {
      grid-column: 1 / -1;
    }
  }
`;
