import { createTaskTemplates, templateKeys } from '../../src/task-channel/task-templates';

const templates = createTaskTemplates({ live: 'LIVE', wrapup: 'WRAPUP' });

describe('the templates of a Discord task', () => {
  it('name the server and the case', () => {
    const place = templates[templateKeys.place];
    expect(place).toContain('{{task.attributes.discord.guildName}}');
    expect(place).toContain('Case #{{task.attributes.case.number}}');
  });

  it('say so when there is no server, and leave the case out when there is none', () => {
    const place = templates[templateKeys.place];
    expect(place).toContain('{{else}}Direct message{{/if}}');
    expect(place).toMatch(/\{\{#if task\.attributes\.case\.number\}\} · Case #.*\{\{\/if\}\}$/);
  });

  it('keep what Flex itself tells about a running and an ended chat', () => {
    const place = templates[templateKeys.place];
    expect(templates[templateKeys.livePlace]).toBe(`${place} | LIVE`);
    expect(templates[templateKeys.wrapupPlace]).toBe(`${place} | WRAPUP`);
  });

  it('never put a value in without escaping it', () => {
    for (const template of Object.values(templates)) expect(template).not.toContain('{{{');
  });
});
