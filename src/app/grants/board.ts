// Who reads the manager's board: whoever answers for an estate or for the company.

export const boardGrants = {
  'board.read': {
    generalManager: 'company',
    customerServiceManager: 'estate',
    customerServiceSupervisor: 'estate',
    projectSupervisor: 'estate',
    engineeringSupervisor: 'estate',
  },
} as const
