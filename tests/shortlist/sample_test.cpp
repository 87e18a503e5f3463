// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/access.h"
#include "catalogue/layer.h"
#include "catalogue/project_file.h"
#include "shortlist/round.h"
#include "shortlist/sample.h"

#include <QTemporaryDir>
#include <QtTest>

class SampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDelegationsDisagreeAboutTheFirstPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.veta.gpkg"));
        base::Progress progress;
        shortlist::createSample(path, {QStringLiteral("MX"), QStringLiteral("Ana")}, progress);
        const auto file =
            catalogue::ProjectFile::open(path, catalogue::OpenMode::ReadOnly, progress);
        QVERIFY(file->verify(progress).empty());
        shortlist::Round round;
        std::vector<catalogue::Layer> layers;
        file->read([&](const catalogue::ReadAccess& access) {
            round = shortlist::readRound(access);
            layers = catalogue::readLayers(access);
        });
        QVERIFY(round.candidates.size() >= 15);
        for (const catalogue::Layer& layer : layers) {
            const catalogue::LoadedLayer loaded =
                catalogue::loadLayer(catalogue::layerContent(*file, layer), progress);
            QVERIFY2(loaded.state == catalogue::LayerState::Ready, qPrintable(loaded.problem));
            round.layers[layer.id] = catalogue::measurableFeatures(loaded.features, progress);
        }
        const base::Translation words(base::Language::English);
        const shortlist::Evaluation evaluation = shortlist::evaluate(round, words, progress);
        QCOMPARE(evaluation.parties.size(), size_t(2));
        std::vector<size_t> first(2, 0);
        for (size_t party = 0; party < 2; ++party)
            for (size_t i = 0; i < evaluation.candidates.size(); ++i)
                if (evaluation.candidates[i].parties[party].rank == 1)
                    first[party] = i;
        QVERIFY(first[0] != first[1]);
        for (const shortlist::CandidateResult& candidate : evaluation.candidates) {
            if (!candidate.jointScore)
                continue;
            QCOMPARE(*candidate.jointScore,
                     (candidate.parties[0].score.value() + candidate.parties[1].score.value()) / 2);
        }
    }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"
