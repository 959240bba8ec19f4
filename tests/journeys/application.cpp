// SPDX-License-Identifier: GPL-3.0-or-later
// The same application as that of the tests of the windows.
#include "tests/ui/application.cpp"
