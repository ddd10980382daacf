import { css } from "lit";

/** The files that came with messages. */
export const attachmentsStyles = css`
  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* Its room is there before its first page is. */
  .page {
    min-height: 60px;
  }
  .page img {
    width: 48px;
    height: 60px;
    object-fit: contain;
  }
  .file .small {
    margin-inline-start: 0.5em;
  }
  /* Its room is there before the picture is. */
  .picture {
    display: block;
    position: relative;
    width: min(240px, 100%);
    min-width: 120px;
    aspect-ratio: 4 / 3;
    margin-block: 4px;
    overflow: hidden;
    border-radius: 8px;
    background: var(--_line);
  }
  .picture img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  dialog:has(.viewer) {
    width: min(960px, 100vw - 32px);
    max-width: none;
    padding: 12px;
  }
  .viewer {
    display: grid;
    gap: 12px;
  }
  .viewer img {
    width: 100%;
    max-height: 70dvh;
    aspect-ratio: 4 / 3;
    object-fit: contain;
  }
  .viewer video {
    width: 100%;
    max-height: 70dvh;
    aspect-ratio: 16 / 9;
    background: #000;
  }
  .viewer > p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .viewer bdi {
    flex: 1 1 8em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
