// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "catalogue/site.h"

namespace catalogue {
class Edit;
}

namespace cli {

// Where a value was read, as options of a command: --source, --reference …
class CiteOptions
{
public:
    void setup(CLI::App& command);
    // The source that is meant, added where there is none of that title or number. Throws
    // UsageError.
    catalogue::Citation in(catalogue::Edit& edit) const;

private:
    std::string m_source;
    std::string m_reference;
    std::string m_publisher;
    std::string m_published;
    std::string m_url;
};

} // namespace cli
