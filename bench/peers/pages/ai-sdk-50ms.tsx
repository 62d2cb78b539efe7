/** With the throttle that its documentation advises for long answers. */
import { installAiSdk } from './ai-sdk-chat.tsx';

installAiSdk(50);
