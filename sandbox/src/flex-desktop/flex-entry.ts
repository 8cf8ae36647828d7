// Gives the page what Twilio's hosted bundle gives: React's globals and `Twilio.Flex`. Plugins expect both.
import * as Flex from '@twilio/flex-ui';
import * as React from 'react';
import * as ReactDOM from 'react-dom';

Object.assign(window, { React, ReactDOM, Twilio: { Flex } });
