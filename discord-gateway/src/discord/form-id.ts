/** Before the name of the command in the `custom_id` of its form: how what is handed in finds the command again. */
export const formIdPrefix = 'command:';
