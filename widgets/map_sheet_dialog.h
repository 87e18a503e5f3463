// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/map_sheet.h"
#include "widgets/workspace.h"

#include <QDialog>
#include <QTimer>
#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPrinter;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace widgets {

class SheetPreview;

// The map on a sheet of paper: what is on it, how it will look, and the buttons that print it or
// write it as PDF, PNG or TIFF. What was chosen is remembered for the next time. Drawing goes on in
// the background, where it can be cancelled.
class MapSheetDialog : public QDialog
{
    Q_OBJECT

public:
    // `map`: what the window's map shows at the moment it is asked.
    MapSheetDialog(Workspace& workspace, std::function<geo::MapSnapshot()> map, QWidget* parent);
    ~MapSheetDialog() override;

    enum Format { Pdf, Png, Tiff };
    // As chosen so far; nullopt while something chosen cannot be.
    std::optional<report::MapSheet> sheet() const;
    // In the chosen format.
    void saveAs(const QString& path);
    // On the paper that the printer is set to.
    void print(const std::shared_ptr<QPrinter>& printer);
    bool isWorking() const { return m_work != nullptr; }
    SheetPreview* preview() const { return m_preview; }

Q_SIGNALS:
    void written(const QString& sentence); // what was done, for the foot of the window

protected:
    void done(int result) override;

private:
    QWidget* makeForm();
    QLayout* makeFoot();
    void addPapers();
    void addScales();
    void restore();
    void remember() const;
    void paperChosen();
    QSizeF paper() const;
    std::optional<double> scale() const; // 0: what is in view; nullopt: no scale
    bool isPicture() const;
    void changed(); // looks at what is chosen and draws the preview anew
    void drawPreview();
    void say(const QString& text, bool isProblem);
    void askToSave();
    void askToPrint();
    void work(const QString& title, const QString& success,
              std::function<void(base::Progress&, std::vector<base::Issue>&)> task);
    void showProgress();

    Workspace& m_workspace;
    std::function<geo::MapSnapshot()> m_map;
    QString m_handling;
    QDateTime m_date;
    SheetPreview* m_preview;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_title;
    QLineEdit* m_subtitle;
    QLineEdit* m_remarks;
    QComboBox* m_language;
    QComboBox* m_paper;
    QLineEdit* m_ownPaper;
    QComboBox* m_orientation;
    QSpinBox* m_margin;
    QComboBox* m_scale;
    QSpinBox* m_enlargement;
    QComboBox* m_legend;
    QCheckBox* m_graticule;
    QCheckBox* m_scaleBar;
    QCheckBox* m_northArrow;
    QCheckBox* m_siteNames;
    QCheckBox* m_notes;
    QComboBox* m_format;
    QSpinBox* m_resolution;
    QSpinBox* m_page;
    QLabel* m_about;
    QLabel* m_said;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_print;
    QPushButton* m_save;
    QTimer m_start; // of the preview, once nothing more is typed
    QTimer m_poll;
    std::shared_ptr<base::Progress> m_drawing; // the preview
    std::shared_ptr<base::Progress> m_work;    // printing or writing
};

} // namespace widgets
