import '../../postmortem-flow.js';

export default {
  app: {
    vendor: 'Postmortem Flow'
  }
};
