// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/sentence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace catalogue {

namespace {

QString argument(const QString& arg, const std::function<QString(const QString&)>& translate,
                 const std::function<QString(const QString&, const QString&)>& label)
{
    if (arg.startsWith(u'@') && arg.contains(u'/')) {
        const QString vocabulary = arg.mid(1, arg.indexOf(u'/') - 1);
        return label(vocabulary, arg.mid(arg.indexOf(u'/') + 1));
    }
    if (arg.startsWith(u'#'))
        return toText(sentenceFromJson(arg.mid(1).toUtf8()), translate, label);
    return arg;
}

} // namespace

QByteArray toJson(const Sentence& sentence)
{
    QJsonObject object{{QStringLiteral("text"), sentence.text},
                       {QStringLiteral("args"), QJsonArray::fromStringList(sentence.args)}};
    if (!sentence.reason.isEmpty())
        object.insert(QStringLiteral("reason"), sentence.reason);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Sentence sentenceFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Sentence sentence{object.value(QLatin1String("text")).toString(),
                      {},
                      object.value(QLatin1String("reason")).toString()};
    for (const auto& arg : object.value(QLatin1String("args")).toArray())
        sentence.args << arg.toString();
    return sentence;
}

QString toText(const Sentence& sentence, const std::function<QString(const QString&)>& translate,
               const std::function<QString(const QString&, const QString&)>& label)
{
    const QString pattern = translate(sentence.text);
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        // Filled by hand and not by QString::arg: an argument may itself hold "%1".
        const int number =
            pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number >= 1 && number <= sentence.args.size()) {
            result += argument(sentence.args[number - 1], translate, label);
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

} // namespace catalogue
