import axe from 'axe-core';
import { type ComponentType, createElement, createRef, type ReactNode, type Ref } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import '../styles.css';
import manifest from '../../package.json' with { type: 'json' };
import { ENTRIES, exportedComponents, NOT_PARTS } from '../../stories/part-entries.ts';
import { PARTS } from '../../stories/part-table.tsx';
import * as Composer from '../composer/index.ts';
import * as Thread from '../thread/index.ts';

interface AnyPartProps {
  ref?: Ref<HTMLElement>;
  className?: string;
  style?: { color: string };
  id?: string;
  lang?: string;
  onClick?: (event: { preventDefault(): void }) => void;
  asChild?: boolean;
  children?: ReactNode;
}

test('the part table covers every entry of the package', () => {
  const entries = Object.entries(manifest.exports).filter(([, file]) => file.endsWith('.ts'));
  expect(Object.keys(ENTRIES).toSorted()).toEqual(entries.map(([path]) => path).toSorted());
});

test('every exported component is in the part table, or in NOT_PARTS with a reason', () => {
  const listed = [...Object.keys(PARTS), ...Object.keys(NOT_PARTS)];
  expect(listed.toSorted()).toEqual(exportedComponents().toSorted());
});

describe.each(Object.entries(PARTS))('%s', (_name, { part, slot, props, within, children }) => {
  const Any = part as ComponentType<AnyPartProps>;
  const show = (element: ReturnType<typeof createElement>) => render(within ? within(element) : element);

  test('the part renders one element that accepts ref, className, style, attributes and handlers', async () => {
    const ref = createRef<HTMLElement>();
    const onClick = vi.fn<() => void>();
    const all = { ...props, ref, className: 'mine', style: { color: 'rgb(1, 2, 3)' }, id: 'it', onClick };
    const { container } = await show(
      <Any {...all} lang="la">
        {children}
      </Any>,
    );
    await expect.poll(() => ref.current).not.toBeNull();
    const element = ref.current;
    expect(element?.dataset['slot']).toBe(slot);
    expect(element?.getAttribute('class')).toBe('mine');
    expect(element?.style.color).toBe('rgb(1, 2, 3)');
    expect(element?.id).toBe('it');
    expect(element?.getAttribute('lang')).toBe('la');
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(container.querySelectorAll('[id="it"]')).toHaveLength(1);
  });

  test('the part has no axe violations', async () => {
    const { container } = await show(<Any {...props}>{children}</Any>);
    // Stories and end-to-end tests check the page-level rules.
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

const withChild = Object.entries(PARTS).flatMap(([name, { asChild, ...rest }]) =>
  asChild ? [[name, { asChild, ...rest }] as const] : [],
);

test.for(withChild)(
  '%s with asChild renders its only child, with both refs, classes and handlers',
  async ([, { part, slot, props, within, asChild }]) => {
    const Any = part as ComponentType<AnyPartProps>;
    const partRef = createRef<HTMLElement>();
    const childRef = createRef<HTMLElement>();
    const onPartClick = vi.fn<() => void>();
    const onChildClick = vi.fn<() => void>();
    const child = createElement(
      asChild.tag,
      { ref: childRef, className: 'child', onClick: onChildClick, 'data-mine': '' },
      asChild.inside,
    );
    const whole = (
      <Any {...props} asChild ref={partRef} className="part" onClick={onPartClick}>
        {child}
      </Any>
    );
    await render(within ? within(whole) : whole);
    const element = childRef.current;
    expect(element).not.toBeNull();
    expect(partRef.current).toBe(element);
    expect(element?.dataset).toMatchObject({ slot, mine: '' });
    expect(element?.className.split(' ').toSorted()).toEqual(['child', 'part']);
    expect(element?.textContent).toContain(asChild.inside ?? '');
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(onPartClick).toHaveBeenCalledTimes(1);
    expect(onChildClick).toHaveBeenCalledTimes(1);
  },
);

test('the caller’s handler runs first and can prevent the part’s default action', async () => {
  const screen = await render(
    <Thread.Root style={{ height: 200 }}>
      <Thread.Viewport>
        <div style={{ height: 2000 }}>Long</div>
      </Thread.Viewport>
      <Thread.ScrollToBottom hidden={false} onClick={(event) => event.preventDefault()} />
    </Thread.Root>,
  );
  const viewport = screen.getByRole('log').element();
  viewport.scrollTop = 0;
  const button = screen.getByRole('button', { name: 'Scroll to bottom' }).element();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(viewport.scrollTop).toBe(0);
});

test('asChild without exactly one element throws an error with the required child', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const part = (
    <Thread.Root>
      <Thread.Dock asChild>words</Thread.Dock>
    </Thread.Root>
  );
  await expect(render(part)).rejects.toThrow('needs exactly one React element');
  silent.mockRestore();
});

test('a part outside of its parent throws an error that names the parent', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(render(<Composer.Input />)).rejects.toThrow('Put it inside <Composer.Root>');
  silent.mockRestore();
});
