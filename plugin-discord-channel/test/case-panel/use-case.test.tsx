import { act, render, waitFor } from '@testing-library/react';
import React from 'react';
import { type UseCase, useCase } from '../../src/case-panel/use-case';
import type { PanelResult } from '../../src/functions-api/panel-result';
import { FeedDouble } from '../live/feed-double';
import { sampleCase } from '../sample-case';
import { PanelServer } from './panel-server';

interface ProbeProps {
  server: PanelServer;
  hook: { current?: UseCase };
}

const Probe: React.FC<ProbeProps> = ({ server, hook }) => {
  hook.current = useCase({ client: server, feed: new FeedDouble(), reference: { caseId: server.case.id } });
  return null;
};

function renderUseCase(server: PanelServer) {
  const hook: ProbeProps['hook'] = {};
  const { unmount } = render(<Probe server={server} hook={hook} />);
  const current = () => {
    if (!hook.current) throw new Error('not rendered');
    return hook.current;
  };
  return { current, unmount };
}

describe('useCase', () => {
  it('keeps the newer case when an older answer comes late', async () => {
    const server = new PanelServer({ version: 5 });
    const { current } = renderUseCase(server);
    await waitFor(() => expect(current().state.kind).toBe('ready'));
    const late: PanelResult = { kind: 'case', case: sampleCase({ version: 4, status: 'closed' }) };
    await act(async () => {
      await current().write(async () => late);
    });
    expect(current().state).toMatchObject({ case: { version: 5, status: 'open' } });
  });

  it('gives every change the case that the one before it left', async () => {
    const server = new PanelServer();
    const { current } = renderUseCase(server);
    await waitFor(() => expect(current().state.kind).toBe('ready'));
    const seen: number[] = [];
    const change = () =>
      current().write(async (view) => {
        seen.push(view.version);
        return server.change({});
      });
    await act(async () => {
      await Promise.all([change(), change(), change()]);
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('goes on after a change that broke', async () => {
    const server = new PanelServer();
    const { current } = renderUseCase(server);
    await waitFor(() => expect(current().state.kind).toBe('ready'));
    await act(async () => {
      await expect(current().write(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
      await current().write(async () => server.change({ status: 'closed' }));
    });
    expect(current().state).toMatchObject({ case: { status: 'closed' } });
  });

  it('stops asking once it is gone', async () => {
    const server = new PanelServer();
    let signal: AbortSignal | undefined;
    server.getCase = (_request, given) => {
      signal = given;
      return new Promise(() => undefined);
    };
    const { unmount } = renderUseCase(server);
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});
