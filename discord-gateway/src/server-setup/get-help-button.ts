/** The command that the button "Get help" stands for. */
export const helpCommandName = 'helpme';

/** Id of the button "Get help" below the explanation of #customer-service. It never changes: old messages keep it. */
export const getHelpButtonId = 'server:get-help';
