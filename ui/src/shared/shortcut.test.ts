import { describe, expect, it } from 'vitest';
import { pressed, shown } from './shortcut';

function press(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  } as KeyboardEvent;
}

describe('a shortcut', () => {
  it('is Ctrl on most systems and ⌘ on a Mac', () => {
    expect(pressed(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(pressed(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(pressed(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
  });

  it('needs exactly its keys', () => {
    expect(pressed(press('k'), 'Mod+K', false)).toBe(false);
    expect(pressed(press('z', { altKey: true, shiftKey: true }), 'Alt+Z', false)).toBe(false);
    expect(pressed(press('M', { shiftKey: true }), 'M', false)).toBe(false);
  });

  it('of a sign is understood wherever the keyboard has it', () => {
    expect(pressed(press('?', { shiftKey: true }), '?', false)).toBe(true);
  });

  it('is found by its place on keyboards of other scripts', () => {
    expect(pressed(press('л', { ctrlKey: true, code: 'KeyK' }), 'Mod+K', false)).toBe(true);
    expect(pressed(press('ن', { ctrlKey: true, code: 'KeyK' }), 'Mod+K', false)).toBe(true);
    expect(pressed(press('с', { code: 'KeyC' }), 'C', false)).toBe(true);
    expect(pressed(press('Ω', { altKey: true, code: 'KeyZ' }), 'Alt+Z', true)).toBe(true);
  });

  it('with a figure is found where figures want Shift', () => {
    expect(pressed(press('&', { ctrlKey: true, code: 'Digit1' }), 'Mod+1', false)).toBe(true);
    expect(pressed(press('&', { code: 'Digit1' }), '1', false)).toBe(false);
  });

  it('of a Latin letter is the letter, not its place', () => {
    expect(pressed(press('z', { ctrlKey: true, code: 'KeyW' }), 'Mod+W', false)).toBe(false);
    expect(pressed(press('w', { ctrlKey: true, code: 'KeyZ' }), 'Mod+W', false)).toBe(true);
  });

  it('is shown as the keyboard shows it', () => {
    expect(shown('Mod+Shift+ArrowDown', false)).toBe('Ctrl Shift ↓');
    expect(shown('Mod+K', true)).toBe('⌘K');
  });
});
