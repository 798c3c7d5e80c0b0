/** How the window looks on this machine; kept in the web view's own storage, never in a statement. */

/** Light or dark. */
export type Theme = 'system' | 'light' | 'dark';
/** How strong lines and letters are. */
export type Contrast = 'system' | 'normal' | 'more';
/** Size of the letters. */
export type Size = 'normal' | 'large';

const themes: readonly string[] = ['system', 'light', 'dark'] satisfies Theme[];
const contrasts: readonly string[] = ['system', 'normal', 'more'] satisfies Contrast[];
const sizes: readonly string[] = ['normal', 'large'] satisfies Size[];

function kept<T extends string>(name: string, known: readonly string[], otherwise: T): T {
  const value = localStorage.getItem(`rostrum.${name}`);
  return value !== null && known.includes(value) ? (value as T) : otherwise;
}

/** The settings of the window. */
class Settings {
  theme = $state<Theme>(kept('theme', themes, 'system'));
  contrast = $state<Contrast>(kept('contrast', contrasts, 'system'));
  size = $state<Size>(kept('size', sizes, 'normal'));

  /** Keeps a setting. */
  keep(name: 'theme' | 'contrast' | 'size', value: string): void {
    localStorage.setItem(`rostrum.${name}`, value);
  }
}

/** The settings of the window. */
export const settings = new Settings();

/** Applies the settings to the page and follows the system where they say so; call inside an effect root. */
export function applySettings(root: HTMLElement): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const more = matchMedia('(prefers-contrast: more)');
  const apply = () => {
    const { theme, contrast, size } = settings;
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset['contrast'] =
      contrast === 'system' ? (more.matches ? 'more' : 'normal') : contrast;
    root.dataset['size'] = size;
  };
  const stop = $effect.root(() => {
    $effect(apply);
  });
  dark.addEventListener('change', apply);
  more.addEventListener('change', apply);
  return () => {
    stop();
    dark.removeEventListener('change', apply);
    more.removeEventListener('change', apply);
  };
}
