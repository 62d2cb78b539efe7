/** Stylesheets of host pages, reduced to the rules that can affect parts. For tests. */

const shadcn = (selector: string, values: Readonly<Record<string, string>>): string =>
  `${selector} { ${Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')} }`;

const shadcnLight = {
  radius: '0.625rem',
  background: 'oklch(1 0 0)',
  foreground: 'oklch(0.145 0 0)',
  primary: 'oklch(0.205 0 0)',
  'primary-foreground': 'oklch(0.985 0 0)',
  muted: 'oklch(0.97 0 0)',
  'muted-foreground': 'oklch(0.556 0 0)',
  accent: 'oklch(0.97 0 0)',
  'accent-foreground': 'oklch(0.205 0 0)',
  destructive: 'oklch(0.577 0.245 27.325)',
  border: 'oklch(0.922 0 0)',
  input: 'oklch(0.922 0 0)',
  ring: 'oklch(0.708 0 0)',
};

const shadcnDark = {
  background: 'oklch(0.145 0 0)',
  foreground: 'oklch(0.985 0 0)',
  primary: 'oklch(0.922 0 0)',
  'primary-foreground': 'oklch(0.205 0 0)',
  muted: 'oklch(0.269 0 0)',
  'muted-foreground': 'oklch(0.708 0 0)',
  accent: 'oklch(0.269 0 0)',
  'accent-foreground': 'oklch(0.985 0 0)',
  destructive: 'oklch(0.704 0.191 22.216)',
  border: 'oklch(1 0 0 / 10%)',
  input: 'oklch(1 0 0 / 15%)',
  ring: 'oklch(0.556 0 0)',
};

/** shadcn's tokens for Tailwind 4, dark by the class "dark". */
export const SHADCN = `${shadcn(':root', shadcnLight)} ${shadcn('.dark', shadcnDark)}`;

/** shadcn's tokens with a light primary color and the dark red of its first version. */
export const SHADCN_YELLOW = `${SHADCN}
  :root { --primary: oklch(0.852 0.199 91.936); --primary-foreground: oklch(0.421 0.095 57.708); }
  .dark { --destructive: oklch(0.396 0.141 25.723); }`;

/** `globals.css` of create-next-app: two variables, dark by the system, and no color-scheme. */
export const NEXT = `:root { --background: #ffffff; --foreground: #171717; }
  @media (prefers-color-scheme: dark) { :root { --background: #0a0a0a; --foreground: #ededed; } }
  body { background: var(--background); color: var(--foreground); }`;

/** `index.css` of create-vite 9: variables of shadcn's names that mean something else, and element selectors. */
export const VITE = `:root {
    --text: #6b6375; --text-h: #08060d; --bg: #fff; --border: #e5e4e7; --code-bg: #f4f3ec; --accent: #aa3bff;
    letter-spacing: 0.18px; color-scheme: light dark; color: var(--text); background: var(--bg);
  }
  @media (prefers-color-scheme: dark) {
    :root { --text: #9ca3af; --text-h: #f3f4f6; --bg: #16171d; --border: #2e303a; --code-bg: #1f2028; --accent: #c084fc; }
  }
  body { margin: 0; text-align: center; }
  h1, h2 { font-family: serif; font-weight: 500; color: var(--text-h); }
  h1 { font-size: 56px; letter-spacing: -1.68px; margin: 32px 0; }
  h2 { font-size: 24px; line-height: 118%; letter-spacing: -0.24px; margin: 0 0 8px; }
  p { margin: 0; }
  code { font-family: monospace; display: inline-flex; border-radius: 4px; color: var(--text-h); }
  code { font-size: 15px; line-height: 135%; padding: 4px 8px; background: var(--code-bg); }`;

/** `index.css` of create-vite 4 to 8. */
export const VITE_OLDER = `:root {
    font-family: Inter, system-ui, sans-serif; line-height: 1.5; font-weight: 400;
    color-scheme: light dark; color: rgba(255, 255, 255, 0.87); background-color: #242424;
  }
  a { font-weight: 500; color: #646cff; text-decoration: inherit; }
  a:hover { color: #535bf2; }
  body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh; text-align: center; }
  h1 { font-size: 3.2em; line-height: 1.1; }
  button {
    border-radius: 8px; border: 1px solid transparent; padding: 0.6em 1.2em; font-size: 1em; font-weight: 500;
    font-family: inherit; background-color: #1a1a1a; cursor: pointer; transition: border-color 0.25s;
  }
  @media (prefers-color-scheme: light) {
    :root { color: #213547; background-color: #ffffff; }
    button { background-color: #f9f9f9; }
  }`;

/** Element selectors of a page without a framework, and the most common reset. */
export const BARE = `* { margin: 0; padding: 0; border: 0; }
  h1, h2, h3 { font: 700 40px/1 serif; color: teal; text-transform: uppercase; margin: 50px 0; }
  p { margin: 0 0 30px; line-height: 3; color: purple; }
  ul, ol { list-style: none; padding: 0; } li { margin: 20px; }
  a { color: red; text-decoration: none; } code, pre { font-size: 30px; background: yellow; color: black; }
  table { width: auto; border-collapse: separate; } th, td { padding: 30px; border: 3px solid red; text-align: center; }
  table td { padding: 40px; }
  button, input, textarea, select { padding: 30px; border: 5px solid red; background: green; color: white; font: 30px serif; }
  form, section, nav, label { margin: 40px; padding: 40px; background: pink; }`;

/** Tailwind 4's preflight, in a layer of that name. */
export const PREFLIGHT = `@layer base {
  *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  html { line-height: 1.5; tab-size: 4; }
  hr { height: 0; color: inherit; border-top-width: 1px; }
  abbr:where([title]) { text-decoration: underline dotted; }
  h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
  a { color: inherit; text-decoration: inherit; }
  b, strong { font-weight: bolder; }
  code, kbd, samp, pre { font-family: ui-monospace, monospace; font-size: 1em; }
  small { font-size: 80%; }
  sub, sup { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline; }
  sub { bottom: -0.25em; } sup { top: -0.5em; }
  table { text-indent: 0; border-color: inherit; border-collapse: collapse; }
  progress { vertical-align: baseline; }
  summary { display: list-item; }
  ol, ul, menu { list-style: none; }
  img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
  img, video { max-width: 100%; height: auto; }
  button, input, select, optgroup, textarea, ::file-selector-button {
    font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1;
  }
  ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent); }
  textarea { resize: vertical; }
  button, input:where([type="button"], [type="reset"], [type="submit"]) { appearance: button; }
  [hidden]:where(:not([hidden="until-found"])) { display: none !important; }
}`;
