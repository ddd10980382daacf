import { css } from "lit";

/** Grey shapes that stand where text will be; `skeleton` on any block. */
export const skeletonStyles = css`
  .skeleton {
    border-radius: 8px;
    background: var(--_soft);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  /* Chromium takes an animation that ends at once for a move from the page's corner. */
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
