using System.Text;
using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Tests.Moments.Day;

public sealed class TimelineFileTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("time,name\n2026-06-20T14:30,First dance\n")]
    [InlineData("\uFEFFTime;Name\r\n2026-06-20T14:30;First dance\r\n")]
    [InlineData("name,time\n\"First dance\", 2026-06-20T14:30 ")]
    public void Commas_semicolons_and_a_byte_order_mark_are_read(string text)
    {
        var file = TimelineFile.Parse(text, Paris);

        var entry = Assert.Single(file.Entries);
        Assert.Equal(("First dance", new DateTime(2026, 6, 20, 12, 30, 0, DateTimeKind.Utc)), (entry.Name, entry.StartsAtUtc));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void A_broken_line_is_named_by_its_number_and_the_others_are_kept()
    {
        var file = TimelineFile.Parse("time,name\n2026-06-20T14:30,Church\nhalf past three,Cake\n\n2026-06-20T16:00,\n"
            + "2026-06-20T18:00,\"Dinner, at last\"\n", Paris);

        Assert.Equal(["Church", "Dinner, at last"], file.Entries.Select(e => e.Name));
        Assert.Equal(["line 3: 'half past three' is no time like 2026-06-20T14:30", "line 5: the name is missing"], file.Problems);
    }

    [Fact]
    public void Without_its_first_line_the_file_says_what_it_must_be()
    {
        Assert.Equal(["line 1: the first line must be `time,name`"], TimelineFile.Parse("14:30 Church", Paris).Problems);
        Assert.Equal(["line 1: the first line must be `time,name`"], TimelineFile.Parse("", Paris).Problems);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_a_problem()
    {
        var file = TimelineFile.Parse("time,name\n2026-03-29T02:30,Night bus\n", Paris);

        Assert.Contains("line 2", Assert.Single(file.Problems));
    }

    [Theory]
    [InlineData("time\tname\n2026-06-20T14:30\tFirst dance\n")]
    [InlineData("sep=|\r\ntime|name\r\n2026-06-20T14:30|First dance\r\n")]
    [InlineData("time;name\r2026-06-20T14:30;First dance\r")]
    [InlineData("time,name\n2026-06-20T14:30,\"First\ndance\"\n")]
    public void Whatever_a_spreadsheet_puts_between_cells_and_lines_is_read(string text)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
        {
            var file = TimelineFile.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Paris);

            Assert.Equal("First dance", Assert.Single(file.Entries).Name);
            Assert.Empty(file.Problems);
        }
    }

    [Fact]
    public void A_file_that_is_no_text_says_how_to_save_it()
    {
        Assert.Contains("CSV UTF-8", Assert.Single(TimelineFile.Parse("PK\u0003\u0004"u8, Paris).Problems));
    }
}
