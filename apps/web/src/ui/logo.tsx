export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M16 2.5c5.2 6.3 9.5 11.3 9.5 17a9.5 9.5 0 0 1-19 0c0-5.7 4.3-10.7 9.5-17z" fill="var(--accent)" />
    <path
      d="M11 19.5a5.2 5.2 0 0 0 5 5.3"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
);
