import { configure } from '@testing-library/react';

// A busy machine takes several seconds to render what an idle one does in one; the library gives up after one.
configure({ asyncUtilTimeout: 10_000 });
