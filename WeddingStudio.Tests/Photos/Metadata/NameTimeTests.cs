using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Tests.Photos.Metadata;

public sealed class NameTimeTests
{
    [Theory]
    [InlineData("IMG_20260620_183130.jpg")]
    [InlineData("IMG_20260620_183130_HDR.jpg")]
    [InlineData("MVIMG_20260620_183130.jpg")]
    [InlineData("20260620_183130.jpg")]
    [InlineData("20260620_183130(0).jpg")]
    [InlineData("20260620_183130-2.jpg")]
    [InlineData("2026-06-20 18.31.30.jpg")]
    [InlineData("2026-06-20 18.31.30-1.jpg")]
    [InlineData("Screenshot_20260620-183130.png")]
    [InlineData("Screenshot_20260620-183130_WhatsApp.jpg")]
    [InlineData("Screenshot_2026-06-20-18-31-30.png")]
    [InlineData("Screenshot 2026-06-20 at 18.31.30.png")]
    [InlineData("Screenshot 2026-06-20 at 6.31.30 PM.png")]
    [InlineData("Screenshot 2026-06-20 at 6.31.30\u202FPM.png")]
    [InlineData("Bildschirmfoto 2026-06-20 um 18.31.30.png")]
    [InlineData("WhatsApp Image 2026-06-20 at 18.31.30.jpeg")]
    [InlineData("WhatsApp Image 2026-06-20 at 6.31.30 PM (1).jpeg")]
    [InlineData("signal-2026-06-20-183130.jpg")]
    [InlineData("photo_2026-06-20_18-31-30.jpg")]
    [InlineData("photo_5@20-06-2026_18-31-30.jpg")]
    [InlineData("WIN_20260620_18_31_30_Pro.jpg")]
    [InlineData("DJI_20260620183130_0001_D.JPG")]
    [InlineData("LRM_20260620_183130.jpg")]
    [InlineData("IMG_2026-06-20-18-31-30.jpg")]
    [InlineData("uploads/P_20260620_183130.jpg")]
    [InlineData("20260620183130.jpg")]
    [InlineData("20.06.2026 18.31.30.jpg")]
    [InlineData("2026-06-20 18h31m30.jpg")]
    [InlineData("2026-06-20T18_31_30.jpg")]
    [InlineData("PHOTO-2026-06-20-18-31-30.jpg")]
    [InlineData("WhatsApp Image 2026-06-20 at 18.31.30_1a2b3c4d.jpg")]
    public void A_name_tells_the_local_time(string name)
    {
        var time = NameTime.Of(name);

        Assert.Equal(new DateTime(2026, 6, 20, 18, 31, 30), time?.Local);
        Assert.Null(time?.Offset);
    }

    [Theory]
    [InlineData("IMG_20260620_183130123.jpg")]
    [InlineData("IMG_20260620_183130_123.jpg")]
    [InlineData("Screenshot_2026-06-20-18-31-30-123_com.app.jpg")]
    [InlineData("00000IMG_00000_BURST20260620183130123_COVER.jpg")]
    public void With_thousandths_where_it_has_them(string name) =>
        Assert.Equal(new DateTime(2026, 6, 20, 18, 31, 30, 123), NameTime.Of(name)?.Local);

    [Theory]
    [InlineData("PXL_20260620_183130123.jpg")]
    [InlineData("PXL_20260620_183130123.PORTRAIT.jpg")]
    [InlineData("PXL_20260620_183130123~2.jpg")]
    public void Googles_camera_names_by_utc(string name) =>
        Assert.Equal(new WrittenTime(new DateOnly(2026, 6, 20), new TimeSpan(0, 18, 31, 30, 123), TimeSpan.Zero), NameTime.Of(name));

    [Theory]
    [InlineData("IMG-20260620-WA0001.jpg")]
    [InlineData("IMG-20260620-WA0012(1).jpg")]
    [InlineData("2026-06-20.jpg")]
    [InlineData("Anna-Tom-20260620-0123.jpg")]
    [InlineData("20260620_1.jpg")]
    public void A_name_with_a_day_tells_no_time(string name) => Assert.Equal(new WrittenTime(new DateOnly(2026, 6, 20)), NameTime.Of(name));

    [Theory]
    [InlineData("DSC_0123.jpg")]
    [InlineData("IMG_1234.HEIC")]
    [InlineData("a.jpg")]
    [InlineData("FB_IMG_1781973090123.jpg")]
    [InlineData("480123456_10160000000000000_1234567890123456789_n.jpg")]
    [InlineData("12345678.jpg")]
    [InlineData("20261340_183130.jpg")]
    [InlineData("18991231_183130.jpg")]
    [InlineData("20260620/a.jpg")]
    public void Other_numbers_are_no_time(string name) => Assert.Null(NameTime.Of(name));
}
