// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/gdal_session.h"

#include "base/progress.h"
#include "geo/text_encoding.h"
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <mutex>

namespace geo {

namespace {

constexpr int MostTexts = 6;

CPLHTTPResult* noNetwork(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                         void*, void*)
{
    auto* refused = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    refused->nStatus = 1;
    refused->pszErrBuf = CPLStrdup("no network");
    return refused;
}

} // namespace

void prepareGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // Opening writes nothing: no .aux.xml, no repaired .shx.
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        // A file that names an address gets nothing from it.
        CPLHTTPSetFetchCallback(noNetwork, nullptr);
        CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
        CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
        // Coordinates stay x before y, and PROJ's grids stay where they are.
        CPLSetConfigOption("OGR_CT_FORCE_TRADITIONAL_GIS_ORDER", nullptr);
        CPLSetConfigOption("PROJ_NETWORK", "OFF");
        GDALAllRegister();
    });
}

QByteArray firstBytes(const QString& gdalPath, qsizetype most)
{
    QByteArray bytes(most, '\0');
    VSILFILE* file = VSIFOpenL(gdalPath.toUtf8().constData(), "rb");
    if (!file)
        return {};
    bytes.resize(qsizetype(VSIFReadL(bytes.data(), 1, std::size_t(most), file)));
    VSIFCloseL(file);
    return bytes;
}

GdalComplaints::GdalComplaints()
{
    CPLPushErrorHandlerEx([](CPLErr severity, CPLErrorNum number,
                             const char* text) { hear(int(severity), number, text); },
                          this);
}

GdalComplaints::~GdalComplaints()
{
    CPLPopErrorHandler();
}

void GdalComplaints::hear(int severity, int, const char* text)
{
    if (severity < CE_Warning)
        return;
    auto* self = static_cast<GdalComplaints*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure)
        ++self->m_failures;
    if (self->m_texts.size() < MostTexts)
        self->m_texts << decodeText(text, {});
}

void GdalComplaints::clear()
{
    m_failures = 0;
    m_texts.clear();
}

int gdalProgress(double done, const char*, void* progress)
{
    auto* ours = static_cast<base::Progress*>(progress);
    ours->advance(qint64(done * 1000));
    return ours->isCancelled() ? 0 : 1;
}

} // namespace geo
