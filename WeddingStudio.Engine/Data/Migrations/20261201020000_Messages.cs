using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <summary>
    /// What was stored as an English sentence is stored as a code with arguments. Columns stay as they are. Sentences that cannot be told
    /// for one of today's codes are kept as plain text; names of moments and reasons of picks are made again at the start of the studio.
    /// </summary>
    public partial class Messages : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Moments SET Name = json_array('Shared.Plain', Name);");
            migrationBuilder.Sql("UPDATE Picks SET Reason = json_array('Shared.Plain', Reason);");
            migrationBuilder.Sql("UPDATE Jobs SET Error = json_array('Shared.Plain', Error) WHERE Error IS NOT NULL;");
            migrationBuilder.Sql(
                """
                UPDATE Photos SET Problem = CASE
                    WHEN Problem = 'is no longer there. Put it back and start the analysis again.'
                        THEN json_array('Photos.ProblemGone')
                    WHEN Problem = 'is another file than the one that was looked at. Start the analysis again.'
                        THEN json_array('Photos.ProblemAnother')
                    WHEN Problem = 'is a link or lies behind one, and links are not followed, for they may lead anywhere. Put the photo itself there and start the analysis again.'
                        THEN json_array('Photos.ProblemLink')
                    WHEN Problem = 'is empty (0 bytes). Copy it again from where it came from.'
                        THEN json_array('Photos.ProblemEmpty')
                    WHEN Problem = 'crashed the reader three times and was set aside. Open it in a photo program and save it again as JPEG.'
                        THEN json_array('Photos.ProblemCrashedReader')
                    WHEN Problem = 'crashed the program that reads it. Open it in a photo program and save it again as JPEG.'
                        THEN json_array('Photos.ProblemCrashedHelper')
                    WHEN Problem = 'takes more memory to open than a picture of its size should. Open it in a photo program and save it again as JPEG.'
                        THEN json_array('Photos.ProblemTakesTooMuch')
                    WHEN Problem = 'is cut off: its end is missing. Copy it again from the camera''s card or ask the sender for it.'
                        THEN json_array('Photos.ProblemCutOff')
                    WHEN Problem = 'is damaged, or of a kind that cannot be read. Copy it again, or open it in a photo program and save it as JPEG.'
                        THEN json_array('Photos.ProblemDamaged')
                    WHEN Problem = 'is no file but a folder, a pipe or a device. Put the photo itself there, or take it away.'
                        THEN json_array('Photos.ProblemNoFile')
                    WHEN Problem LIKE 'takes far too long to open.%' THEN json_array('Photos.ProblemTakesTooLong')
                    WHEN Problem LIKE 'needs % MB of memory to open, more than the % MB %' THEN json_array('Photos.ProblemNeedsTooMuch',
                        CAST(substr(Problem, 7) AS INTEGER), CAST(substr(Problem, instr(Problem, 'more than the ') + 14) AS INTEGER))
                    WHEN Problem LIKE 'cannot be opened: % Allow WeddingStudio to read it.' THEN json_array('Photos.ProblemCannotBeOpened',
                        substr(Problem, 19, length(Problem) - 18 - length(' Allow WeddingStudio to read it.')))
                    WHEN Problem LIKE 'cannot be opened: %' THEN json_array('Photos.ProblemCannotBeOpened', substr(Problem, 19))
                    ELSE json_array('Photos.ProblemOther', Problem)
                END
                WHERE Problem IS NOT NULL;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Schemas only go forward; the copy made before holds the old one.");
    }
}
